### Pictures: titles, axes, alternative text.

chart-gates-title = Chance that the conditions of each gate are met, by month
chart-gates-alternative = Line chart by month; a diamond marks the month in which a gate is judged.
chart-gates-alternative-gate = { $gate }: { $share } in { $month }, { $last } in { $end }.
chart-sustainment-title = Keeping things working: { $currency } million a year at { $year } prices
chart-sustainment-alternative = Stacked areas by payer under a dashed line of what is needed: { $needed } a year needed; { $first } funded in the first month, least { $low } in { $month }.
source-draws = Source: this assessment, { $draws } draws, seed { $seed }.
axis-probability = chance
axis-money-year = { $currency } million a year
table-month = Month
table-gate = Gate
table-payer = Payer
table-amount = A year
table-needed = Needed a year
source-plan = Source: the plan's own tables.
chart-threat-title = { $name }: observed and ahead ({ $unit } a month)
chart-threat-alternative = { $name } by month: a line of what was observed, then a fan; in { $month } the median is { $median }, { $low } to { $high } in nine of ten draws.
chart-observed = observed
axis-a-month = { $unit } a month
table-observed = Observed
table-low = 5 %
table-median = Median
table-high = 95 %
table-spread = 5–95 %
chart-cover-title = Share of the requirement covered, { $setting }
cover-now = with the help of the phase each month is in
cover-after = with the help left after { $gate }
cover-alone = alone
chart-cover-alternative = Heat map of { $tasks } tasks by month, the lighter the better covered; least covered is { $task } with { $share } in { $month }.
axis-cover = cover
choice-task = Task
choice-all = all
chart-balance-title = What one task asks, and what the host can do
chart-balance-alternative = Two fans by month for the task that is picked; at first { $task }: { $required } { $unit } required and { $able } possible in { $month }.
axis-task-unit = in the task's unit, a month
chart-presence-title = Posts of the contributors
presence-name = Posts
axis-posts = posts
chart-fan-alternative = { $name }: { $first } in { $start } and { $last } in { $end } (medians); { $low } to { $high } there in nine of ten draws.
chart-programme-title = What runs when, by component
chart-programme-alternative = { $n ->
    [one] One bar for 1 activity
   *[other] One bar each for { $n } activities
} ({ $components }), from { $start } to { $end }.
table-end = Last month
chart-money-title = Cost of the programme against the money there is, { $currency } million
chart-money-alternative = Bars by payer and fiscal year with a tick where the money ends: { $total } in all, most in { $largest } ({ $cost } of { $money }).
axis-money = { $currency } million
table-money-there = Money there is
chart-margins-title = { $gate }: distance from each limit in { $month }
chart-margins-alternative = Ranges of 5 to 95 per cent with the median, right of the line is met; the median of { $n } of { $all } is short: { $names }.
axis-margin = distance from the limit, as a share of it
chart-gains-title = { $gate }: what meeting one condition adds to the chance in { $month }
chart-gains-alternative = Bars in points; most is gained by { $name } ({ $gain }).
axis-points = points
table-family = Kind
table-gain = Gain, points
family-threat = threat
family-capability = capability
family-external = external
family-record = record
family-residual = residual
family-post-assessment = assessment plan
chart-site-title = { $site } ({ $kind }): persons by month
axis-persons = persons
axis-count = count
axis-months = months
table-since = Counted from
chart-commitments-title = How long open commitments have been due
chart-commitments-alternative = A bar for each open commitment; the oldest is “{ $name }”, { $n ->
    [one] 1 month
   *[other] { $n } months
}.
chart-evidence-title = Sources by age and grade
chart-evidence-alternative = Bars by age, stacked by grade: { $list }.
chart-basis-title = Uncertain inputs by table and basis
chart-basis-alternative = Bars by table, stacked by basis: { $assumed } of { $all } inputs are assumed; most inputs are in { $table }.
table-table = Table
