# plan: completion for elvish. In ~/.config/elvish/rc.elv: eval (plan completions elvish | slurp)
use str
set edit:completion:arg-completer[plan] = {|@words|
  try {
    tmp E:COMPLETE = elvish
    for line [(e:plan -- $@words)] {
      var value help = (str:split &max=2 "\t" $line"\t")
      # What ends with one of these goes on: no space follows.
      var goes-on = (or (str:has-suffix $value :) (str:has-suffix $value =) (str:has-suffix $value /))
      var suffix = (if $goes-on { put '' } else { put ' ' })
      edit:complex-candidate $value &code-suffix=$suffix &display=$value' '(styled (str:trim-space $help) dim)
    }
  } catch error {
    # Status 3: the name of a file, which elvish completes itself.
    if (and (has-key $error[reason] exit-status) (eq $error[reason][exit-status] 3)) {
      edit:complete-filename $@words
    }
  }
}
