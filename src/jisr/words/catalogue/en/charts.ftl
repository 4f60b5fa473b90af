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
