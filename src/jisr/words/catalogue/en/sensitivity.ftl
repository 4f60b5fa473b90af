### Where the spread of results comes from.

sensitivity-lead = Where the spread comes from: two samples of { $draws } draws, and one more for each of { $groups } groups drawn anew together, { $runs } futures in all. First: the share of the variance that would go if the group alone were known. Total: the share that would be left if all else were known. ± is twice the bootstrap error.
sensitivity-gate = { $gate }  met in { $month }: { $chance }
sensitivity-none = Too few draws meet it then, or nearly all: there is nothing to apportion in that month.
sensitivity-all-months = Over all months together, each weighing as much as it varies:
sensitivity-by-kind = By kind of input
sensitivity-by-basis = By what the inputs rest on
sensitivity-first = first
sensitivity-total = total
sensitivity-rest = { $n ->
    [one] one more group, total at most { $most }
   *[other] { $n } more groups, each in total at most { $most }
}
sensitivity-tasks = COVER OF EACH TASK, ALL MONTHS  the largest total shares by kind of input
sensitivity-uncovered = Essential requirement left uncovered
sensitivity-same = the same in every draw.
section-sensitivity = Where the spread comes from
sensitivity-group = Group
sensitivity-caption = { $gate } in { $month }, { $chance }: shares of the variance
sensitivity-tasks-caption = Cover of each task over all months: the groups most of the variance comes from
group-threat = threat: bridges, response, areas
group-demand = demand rates and floors
group-personnel = personnel
group-skills = skills
group-equipment = equipment and its repair
group-money = costs and budgets
group-ratings = ratings
group-self-reliance = judged self-reliance today
group-contributions = contributions of lines
group-enablers = enablers and presence
group-programme = activities and their effects
group-limits = thresholds
group-externals = externals
group-returns = returns
group-shared = what several groups err in together
group-chance-threat = chance: how many events, and where
group-chance-forces = chance: ratings, failures, unmeasured presence
group-chance-events = chance: events of externals
group-chance-returns = chance: convoys
group-chance = chance
group-sourced = sourced inputs
group-assessed = assessed inputs
group-assumed = assumed inputs
group-unknown = unknown inputs
finding-M109 = Gate { $gate } is met in { $month } by { $found } of the draws: too few or too many for shares of its variance.
remedy-M109 = Look at its reach instead (jisr reach), or at the core conditions not met.
finding-M110 = The share of { $what } in the variance of gate { $gate } is known to ± { $found } only.
remedy-M110 = Compute more draws: --draws { $least } halves the error.
