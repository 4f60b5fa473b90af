findings-total = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}, { $notes ->
    [one] 1 note
   *[other] { $notes } notes
}
odds-never = never in these draws
odds-always = in every draw
odds-of-ten = about { $n } in 10
odds-one-in = about 1 in { $n }
explain-gate = gate
explain-condition = condition, probability of being met at its gate's month
explain-cover = cover
explain-requirement = requirement
explain-capability = capability of the host
explain-driver = driver
explain-line = line
explain-personnel = personnel
explain-skill = skill
explain-item = equipment
explain-function = rated function
explain-cell = input
explain-row = row
explain-series = figures observed
explain-judged = judged on
explain-depends = depends on
explain-element = what the element brings
explain-lowest = lowest need at the cutoff
explain-mandatory-need = must have
explain-supporting-need = supports
explain-payer = paid by
explain-ask = An address to start from:
