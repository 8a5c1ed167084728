#compdef plan
# plan: completion for zsh. In ~/.zshrc, after compinit: source <(plan completions zsh)
function _plan_complete() {
    local -a typed values goes_on
    local answer line value
    # The words before the cursor without their quotation marks.
    typed=("${(@Q)words[1,CURRENT-1]}" "${IPREFIX}${(Q)PREFIX}")
    answer=$(COMPLETE=zsh command plan -- "${typed[@]}" 2>/dev/null)
    # Status 3: the name of a file, which zsh completes itself.
    if (($? == 3)); then
        [[ $PREFIX == --*=* ]] && compset -P '*='
        _files
        return
    fi
    for line in "${(@f)answer}"; do
        value=${line%%$'\t'*}
        # _describe takes a value and its description with a colon between them.
        line="${value//:/\\:}:${line#*$'\t'}"
        # What ends with one of these goes on: no space follows.
        case $value in
            (*[:/=]) goes_on+=("$line") ;;
            (?*) values+=("$line") ;;
        esac
    done
    (($#goes_on)) && _describe -V 'values' goes_on -S ''
    (($#values)) && _describe -V 'values' values
}
compdef _plan_complete plan
