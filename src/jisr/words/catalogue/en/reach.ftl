### How far single things reach.

reach-lead = One thing at a time held otherwise, everything else as it is drawn, over { $draws } draws in common; every input was first looked at with { $look } other draws, and those that reach farthest were computed again. ± is twice the paired Monte Carlo error; “pts” the span of the chance in points, “open” that of the number of core conditions not met where the chance does not move. The programme stays as chosen.
reach-gate = { $gate }  met in { $month }: { $chance } (± { $error } points); { $open } core conditions not met on average
reach-illustrative = Joint reach { $span } points, added up: assumed inputs at their quartiles, limits a fifth easier and harder, the widest choice of the model. The headline is illustrative.
reach-not-illustrative = Joint reach { $span } points, added up: assumed inputs at their quartiles, limits a fifth easier and harder, the widest choice of the model.
reach-kind-together = All of a kind together
reach-kind-input = Inputs, at the ends of their stated range
reach-kind-limit = Limits, a fifth easier and harder
reach-kind-structure = Choices of the model
reach-kind-position = Positions of the sides
reach-span = { $span } pts
reach-open-span = { $span } open
reach-more = { $n ->
    [one] One more reaches less far.
   *[other] { $n } more reach less far.
}
reach-quiet = { $n ->
    [one] One other moves it by no more than its error.
   *[other] { $n } others move it by no more than their error.
}
reach-end = { $what }: { $value } ±{ $error }{ $moved ->
    [yes] {" "}in { $month }
   *[no] {""}
}{ $turns ->
    [yes] {" "}THE ANSWER TURNS
   *[no] {""}
}
reach-end-low = low
reach-end-high = high
reach-end-easier = easier
reach-end-harder = harder
reach-end-favourable = favourable
reach-end-unfavourable = unfavourable
reach-end-worst = at the worst
reach-end-best = at the best
reach-end-off = without
reach-end-other = instead
choice-assumed-inputs = all { $n } assumed inputs
choice-limits = all { $n } thresholds
choice-threat-model = threat model
choice-threat-response = response of the threat to a change of phase
choice-dependencies = tasks depending on others (strength κ)
choice-service = service level of requirements
choice-planning-window = planning window of requirements
choice-shared-correlation = correlation of inputs that err together
choice-demand-correlation = correlation of the demand rates of a task
choice-ratings-rise = yearly chance that a rating rises by itself
choice-need-thresholds = thresholds of the needs of lines
choice-smoothing = conditions judged by each month or by the mean
choice-rule = rule of gate { $gate }
choice-programme = the programme
choice-unknown-inputs = unknown inputs
reach-self-reliance = Whose judgement of the self-reliance today
basis-unknown = UNKNOWN
reach-uncovered = ESSENTIAL REQUIREMENT LEFT UNCOVERED  { $share }. { $option }
reach-option = Of the options, { $option } leaves the least.
reach-no-option = No option is told apart as leaving the least.
reach-option-then = {" "}({ $option } then leaves the least)
reach-separation = WHAT SEPARATES { $first } AND { $second }
reach-sides = { $gate }: { $first_chance } by all positions of { $first }, { $second_chance } by all of { $second }: { $change }, of which not the sum of the judgements { $rest }. Each judgement alone:
reach-judgement = { $judgement } { $first_value } → { $second_value }: { $from_first } where { $first } takes the other's value, { $from_second } where { $second } does
reach-points = { $change } pts
reach-open = { $change } open
reach-none-alone = No judgement alone moves it beyond its error.
reach-others = The judgements that alone move nothing, all together: { $from_first } from { $first }, { $from_second } from { $second }. They do not matter.
reach-others-matter = The judgements that alone move nothing, all together: { $from_first } from { $first }, { $from_second } from { $second }. Together they do matter.
reach-unread = { $n ->
    [one] One uncertain input is read by no gate and no essential requirement: it has no reach.
   *[other] { $n } uncertain inputs are read by no gate and no essential requirement: they have no reach.
}
reach-joint-lead = All assumed inputs at their better and worse quartile, all limits a fifth easier and harder, and each choice of the model made otherwise, over { $draws } draws in common. ± is twice the paired Monte Carlo error. The programme stays as chosen. Single inputs are looked at by “jisr report --with reach”.
section-reach = What would change the answer
chart-reach-title = { $gate } in { $month }: the chance with one thing held otherwise
chart-reach-alternative = { $gate }: { $chance } as planned. Farthest: { $what }, { $span } points; the reach of all assumed inputs at their quartiles, of all limits and of the widest choice of the model adds up to { $joint } points. The table has every end.
reach-mark-low = low, worse, harder or without
reach-mark-high = high, better, easier or instead
reach-held = Held at
reach-chance = Chance
reach-change = Change, points
reach-open-change = Conditions not met
reach-caption = { $gate } in { $month }, { $chance } as planned: what moves it
reach-turns = the answer turns
reach-one-together = all together
reach-one-input = input
reach-one-limit = limit
reach-one-structure = choice of the model
reach-one-position = position
finding-M106 = { $what } at { $found }, within its stated range, alone turns gate { $gate }: from { $says } to { $other }.
remedy-M106 = Find evidence that narrows it, or say beside the chance that it hangs on this input.
finding-M107 = The limit { $what } at { $found }, a fifth from where it is, alone turns gate { $gate }: from { $says } to { $other }.
remedy-M107 = Source the threshold, or let the sides agree on it before the gate is judged.
finding-M108 = Another choice of the model, { $what } ({ $found }), alone turns gate { $gate }: from { $says } to { $other }.
remedy-M108 = Say which choice was made, and why, beside the chance.
