# plan: completion for bash. In ~/.bashrc: source <(plan completions bash)
_plan_complete() {
    local answer status line
    COMPREPLY=()
    # The program gets the line up to the cursor and the part of it that bash replaces, and answers with that part
    # completed and quoted.
    answer=$(COMPLETE=bash command plan -- "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null)
    status=$?
    # Status 3: the name of a file, which bash completes and quotes itself.
    if ((status == 3)); then
        return
    fi
    compopt +o bashdefault +o default 2>/dev/null
    [[ -n $answer ]] || return
    while IFS= read -r line; do
        COMPREPLY+=("$line")
    done <<<"$answer"
    if ((${#COMPREPLY[@]} == 1)) && [[ ${COMPREPLY[0]} == *[=/:] ]]; then
        compopt -o nospace 2>/dev/null
    fi
}
complete -o bashdefault -o default -F _plan_complete plan
