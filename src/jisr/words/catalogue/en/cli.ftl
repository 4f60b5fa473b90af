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
explain-driver-quarter = driver, in the three months from the one named
explain-line = line
explain-personnel = personnel
explain-skill = skill
explain-item = equipment
explain-function = rated function
explain-cell = input
explain-position = position
explain-row = row
explain-series = figures observed
explain-judged = judged on
explain-depends = depends on
explain-element = what the element brings
explain-lowest = lowest need at the cutoff
explain-mandatory-need = must have
explain-supporting-need = supports
explain-payer = paid by
explain-activity = activity, its cost
explain-programme = programme, its cost
explain-sustainment = money a year to keep things working
explain-sustained = what keeps it working
explain-returns = persons at the cutoff
explain-basis = assumed of all uncertain inputs
explain-gate-by = gate, met at some time by its month
explain-gate-horizon = gate, met at some time by the end
explain-gate-held = gate, reached and held
explain-gate-without = gate, without the programme
explain-gate-side = gate, by one side's positions
explain-gate-sides = gate, by the positions of each side
explain-severe = a severe month at some time
explain-limits = assumed of all limits
explain-table = table of the plan
explain-ask = An address to start from:
explain-no-address = the address is empty; `jisr explain PATH` lists where to start
explain-nothing-there = nothing has the address “{ $address }”; `jisr explain PATH` lists where to start
path-empty = PATH is empty; name a workspace folder or a bundle, or . for the folder you are in
