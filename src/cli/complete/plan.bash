# plan: completion for bash. In ~/.bashrc: source <(plan completions bash)
_plan_complete() {
    # Bash takes words apart at COMP_WORDBREAKS, which has ':' and '=': what stands together is one word.
    local words=() cword=0 rest=$COMP_LINE word gap i
    for ((i = 0; i < ${#COMP_WORDS[@]}; i++)); do
        word=${COMP_WORDS[i]}
        gap=${rest%%"$word"*}
        if ((i > 0)) && [[ -z $gap && ! ( -z $word && $rest == [[:space:]]* ) ]]; then
            words[${#words[@]}-1]+=$word
        else
            words+=("$word")
        fi
        ((i == COMP_CWORD)) && cword=$((${#words[@]} - 1))
        rest=${rest:$((${#gap} + ${#word}))}
    done
    local IFS=$'\013'
    COMPREPLY=($(
        _CLAP_IFS="$IFS" _CLAP_COMPLETE_INDEX="$cword" COMPLETE=bash \
            command plan -- "${words[@]}" 2>/dev/null
    )) || { COMPREPLY=(); return; }
    # Bash puts in only what comes after the last of its breaks.
    local current=${words[cword]} cut=
    [[ $COMP_WORDBREAKS == *:* && $current == *:* ]] && cut=${current%"${current##*:}"}
    if [[ $COMP_WORDBREAKS == *=* && $current == *=* && -z $cut ]]; then
        cut=${current%"${current##*=}"}
    fi
    [[ -n $cut ]] && COMPREPLY=("${COMPREPLY[@]#"$cut"}")
    if ((${#COMPREPLY[@]} == 1)) && [[ ${COMPREPLY[0]} =~ [=/:]$ ]]; then
        compopt -o nospace 2>/dev/null
    fi
}
complete -o bashdefault -F _plan_complete plan
