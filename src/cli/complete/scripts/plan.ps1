# plan: completion for PowerShell. In $PROFILE: plan completions powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName plan -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    # The words up to the cursor as text. None is evaluated.
    $words = @()
    $end = -1
    foreach ($element in $commandAst.CommandElements) {
        if ($element.Extent.StartOffset -ge $cursorPosition) { break }
        $end = $element.Extent.EndOffset
        if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst] -or
            $element -is [System.Management.Automation.Language.ExpandableStringExpressionAst]) {
            $words += [string]$element.Value
        } else {
            $words += $element.Extent.Text
        }
    }
    if ($end -lt $cursorPosition) { $words += '' }

    # Older versions lose quotation marks and empty words among the arguments of a program, but not in a variable.
    $before = $env:COMPLETE, $env:COMPLETE_WORDS
    $encoding = [Console]::OutputEncoding
    try {
        $env:COMPLETE = 'powershell'
        $env:COMPLETE_WORDS = $words -join "`n"
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $answer = @(& (Get-Command -Name plan -CommandType Application)[0] -- 2>$null)
    } finally {
        $env:COMPLETE, $env:COMPLETE_WORDS = $before
        [Console]::OutputEncoding = $encoding
    }
    # Without a result PowerShell completes the names of files itself.
    foreach ($line in $answer) {
        $value, $help = $line.Split("`t", 2)
        if (-not $help) { $help = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $help)
    }
}
