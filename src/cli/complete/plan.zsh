#compdef plan
# plan: completion for zsh. In ~/.zshrc, after compinit: source <(plan completions zsh)
function _plan_complete() {
    local -a lines ends goes_on
    local line
    lines=("${(@f)$(
        _CLAP_IFS=$'\n' _CLAP_COMPLETE_INDEX=$((CURRENT - 1)) COMPLETE=zsh \
            command plan -- "${words[@]}" 2>/dev/null
    )}")
    for line in $lines; do
        # Colons of a value are escaped; a value that ends with one, or with a slash, goes on.
        case $line in
            (*\\:|*\\::*|*/|*/:*) goes_on+=("$line") ;;
            (?*) ends+=("$line") ;;
        esac
    done
    (($#goes_on)) && _describe -V 'values' goes_on -S ''
    (($#ends)) && _describe -V 'values' ends
}
compdef _plan_complete plan
