# plan: completion for fish. In ~/.config/fish/config.fish: plan completions fish | source
function __plan_complete
    # The words before the cursor without their quotation marks.
    set --local typed (commandline --current-process --tokenize --cut-at-cursor)
    set --local last (commandline --current-token --tokenize)
    set --global __plan_values (COMPLETE=fish command plan -- $typed "$last" 2>/dev/null)
    # Status 3: the name of a file, which fish completes itself.
    test $status -ne 3
end
complete --command plan --keep-order --no-files --condition __plan_complete --arguments '$__plan_values'
complete --command plan --force-files --condition 'not __plan_complete'
