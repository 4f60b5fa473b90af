### The page and the terminal: first page, tables, method.

## Head

page-title = { $plan }: assessment at { $cutoff }
head-cutoff = cutoff { $cutoff }
head-draws = seed { $seed }, { $draws } draws
head-demonstration = DEMONSTRATION:
threat-does-not-react = IF THE THREAT DOES NOT REACT: no change of phase changes the rate of events here.
head-assumed = { $assumed } of { $inputs } uncertain inputs and { $limits } of { $all } limits are ASSUMED
skip-link = To the answer
glance = At a glance

## Small words

both-sides = both sides
nobody-named = nobody is named
comma = {", "}
spread = { $low } to { $high }
after-horizon = beyond the horizon
and-more = and { $n } more
answer-yes = yes
answer-no = no
odds-futures = in { $n } of { $draws } futures
title-month = { $title } ({ $month })
payer-amount = { $payer } { $amount }
basis-sourced = sourced
basis-assessed = assessed
basis-assumed = ASSUMED

## Gate

gate-note-date = date-bound, { $month }
gate-note-condition = condition-bound, review { $month }
gate-on-unlikely = Conditions are not expected to be complete in { $month }: { $odds } ({ $share }, { $error }).
gate-on-open = Conditions may or may not be complete in { $month }: { $odds } ({ $share }, { $error }).
gate-on-likely = Conditions are expected to be complete in { $month }: { $odds } ({ $share }, { $error }).
gate-not-on = Not met in { $month } in any of { $draws } futures ({ $below }).
gate-never = Not met in any of { $draws } futures to { $end } ({ $below }).
gate-never-programme = Not met in any of { $draws } futures to { $end } ({ $below }), even with every activity of the programme.
label-sides = Each side
meter-by = by { $month }
meter-in = in { $month }
meter-held = held { $n } months
meter-without = without
meter-with = with
meter-year = next year
label-uncovered = Uncovered
label-funded = Funded
open-caption = { $gate }: open today, and who can close it
open-heading = Open today
open-more = and { $n } more: { $list }
table-closes = Who can close it
open-then = Open { $month }
months-short = { $n } mo.
side = { $party }{ $how } { $share } (rules alone { $rules })
side-rule-date = {""}, by date,
side-rule-condition = {""}, by conditions,
side-month = {""} in { $month }
label-reached = Reached
gate-reached = by { $month } { $by }, by { $end } { $horizon }; within a year of the date and held { $n } months { $held }
label-open = Open then
gate-open = { $open } of { $core } conditions expected in { $month }, with or without the programme
gate-open-programme = { $open } of { $core } conditions expected in { $month }; { $without } without the programme
label-today = Today
state-met = MET
state-partly = PARTLY
state-not-met = NOT MET
state-unknown = UNKNOWN
state-stale = STALE
state-disputed = DISPUTED
label-most-open = Most often open
open-condition = { $name } { $share } ({ $owner })
open-condition-value = { $name } { $share } ({ $spread }, wanted { $wanted }; { $owner })
label-removal = Gain if met
gate-gain-paperwork = by signature
gate-gain-outside = by what others do
gate-gain-capability = by capability
gain-one = { $name } { $points }
label-removal-sets = If met
gate-removal-set = { $list }: { $share }
label-programme = Programme
gate-programme = { $share } with it, { $without } without it
gate-programme-same = does not change this: { $share } with and without it
gate-open-then = { $open } of { $core } conditions open then, { $without } without it
gate-open-then-same = { $open } of { $core } conditions open then, with and without it
label-declare = To declare
gate-unscheduled = { $n ->
    [one] 1 core condition has no assessment scheduled: can be reached but not declared
   *[other] { $n } core conditions have no assessment scheduled: can be reached but not declared
}

## What to do next

next-title = What to do next
next-note = { $n } of { $all } activities
next-answer = { $n ->
    [one] 1 activity
   *[other] { $n } activities
}, { $cost }: uncovered essential requirement from { $without } to { $share } (difference { $error } points).
next-none = No activity fits or closes a gap: uncovered essential requirement { $without }.
label-money = Money
label-first = First
label-left = Left out
left-out = { $title }: { $why }
label-untouched = Untouched
why-no-money = { $cost } does not fit what { $payer } has ({ $money } in { $year })
why-no-seats = no seats or instructors in its window
why-no-window = does not fit between its earliest start and the horizon
why-no-value = closes no gap that is open at the milestones
why-prerequisite = waits for { $other }, which is not done
why-competes = others bring more for the same money or seats

## Sustainment

cliff-title = Sustainment cliff
cliff-note = funded of needed, { $month }
cliff-answer = { $needed } a year needed, { $funded } funded in the next twelve months ({ $share }); least in { $month }: { $low } ({ $low_share }).
cliff-flat = { $needed } a year needed, { $funded } funded in the next twelve months ({ $share }), no less later.
label-unpaid = No payer
cliff-nobody = { $amount } a year once today's funding ends
label-below = Below need
label-then = Then below
arrangement-repairs = repairs by { $provider }, { $share }
arrangement-money = paid by { $payer }, { $share }
provider-own = own workshops
provider-contractor = contractor
provider-contributor = contributor

## Returns

returns-note = persons at the cutoff
returns-now = { $persons } at the cutoff.
returns-half = { $persons } at the cutoff; { $level } or fewer by { $month } (median; { $spread }).
label-levels = Also
returns-level = { $level } or fewer by { $month } ({ $spread })
label-limits = Limited by
returns-cause = { $cause } in { $share } of months
label-refusals = Not willing
returns-refusals = about { $persons } at the cutoff (median), counted as refusals
cause-willing = people willing to go
cause-convoys = convoys
cause-stay = lengths of stay
cause-capacity = places in the centre

## How much is assumed

assumed-title = How much is assumed
assumed-note = assumed share of uncertain inputs
assumed-answer = { $sourced } of { $all } uncertain inputs and { $limits } of { $limits_all } limits rest on a source.
label-inputs = Inputs
label-limits-all = Limits
label-unknown = Unknown
unknown-none = inputs marked ? move no gate
unknown-gate = { $gate } { $worst } with every unknown input at its worst, { $best } at its best
label-history = History
history-short = { $names }: as revised later
history-revised = { $names }: later vintage than the cutoff, history as revised later

## Tables

section-rules-table = Conditions met in the month each side judges
section-assumed = Assumptions
section-transition = Transition
section-tasks = Requirements and cover
section-programme = Programme
section-sustainment = Sustainment
section-method = How to check this
lead-transition = Each gate: where its conditions stand today and how likely they are to be complete, by month and by each side's own rules.
lead-tasks = { $now } of { $tasks } tasks are covered to { $share } or more today with the help there is, { $alone } of them alone (medians).
lead-programme = What the programme buys, when, at whose cost, and what it leaves out.
lead-sustainment = What it costs to keep things working, who pays and repairs, and when that ends.
lead-assumed = How many of the inputs and limits rest on a source, on a judgement, or on an assumption.
positions-caption = What the sides see differently, each in its own words
table-question = Question
judgement-belief = belief
judgement-rule = rule
section-threat = Threat
lead-threat = { $name }: { $median } { $unit } a month in { $month } as the median of all draws, { $low } to { $high } in nine of ten.
response-caption = Factor on the rate of events once a phase has begun, by the plan and by each side
table-response-phase = Phase that begins
table-response-months = Months since
table-response-factor = Factor in the plan
response-everywhere = all
bridges-caption = Series that meet through a declared bridge
table-driver = What is counted
table-follows = Follows the series
table-counts = As
table-bridge = Units of the second for one of the first
section-returns = Voluntary returns
site-camp = camp
site-centre = centre
site-community = community
table-site = Site
table-now = At the cutoff
table-families = Families at the cutoff
table-persons-in = In { $month }: median (5–95 %)
sites-caption = Persons by site
table-limited-by = Limited by
table-share-months = Share of months
limits-caption = What limits the first flow
section-commitments = Commitments
lead-commitments = { $n ->
    [one] 1 commitment is open
   *[other] { $n } commitments are open
} of { $all } made; { $undated } of them never had a due date.
since-made = made { $date }, no date given
since-due = due { $date }
none-given = none given
status-open = open
status-done = done
status-lapsed = lapsed
status-superseded = superseded
table-commitment = Commitment
table-made = Made
table-due = First due
table-status = Status
commitments-caption = Every commitment made up to the cutoff
commitments-note = Age counts from the first due date, a replaced commitment's included; where no date was ever given, from the day it was first made.
section-evidence = Evidence
lead-evidence = { $n ->
    [one] 1 source
   *[other] { $n } sources
}, { $primary } of them primary and official.
grade-1 = 1 primary official
grade-2 = 2 official, carried
grade-3 = 3 press or analyst
grade-4 = 4 lead only
age-later = after the cutoff
age-up-to = { $n ->
    [one] up to 1 year
   *[other] up to { $n } years
}
age-older = over { $n } years
after-cutoff = after the cutoff
all-areas = all areas
source-says = { $source }: { $value }
conflicts-caption = Sources that count the same thing differently, side by side
table-series = Series
table-window = Window
table-area = Area
table-say = Figures
evidence-caption = Every source, the most used first
table-evidence = Source
table-publisher = Publisher
table-grade = Grade
table-published = Published
table-used = Used in rows
table-id = Id
programme-untouched = No activity of the plan touches: { $list }.
rules-note = A rule is a threshold, a date or the structure of a gate; a belief is about a quantity. Rules are never pooled.
board-caption = { $gate }, { $note }
tasks-caption = Medians by month, all areas together
in-area = { $name }, { $area }
requirement-by-area-caption = Requirement by area, medians of { $month }
requirement-by-area-note = What local tasks ask in each area in one month; mobile tasks are not told apart by area. A dash: nothing is required there. Units a month: { $units }.
tasks-note = Cover is the share of the requirement that is met: today with the help of today's phase, with the help that would be left after each gate, and alone.
programme-caption = Every activity of the plan: start, or why it is not chosen
programme-note = What an activity brings alone: how much less of the essential requirement stays uncovered with only it added to what was agreed. Costs are at their modes.
sustainment-caption = Every arrangement: those that end first
money-caption = Every line of money at its stage; equal years together
money-note = History is shown at its stage and not spent in the assessment. The other lines are spent on their use, from the fiscal year of the payer, at the share spent. A fund that was requested or authorised is not yet money in hand.
budget-use-programme = programme
budget-use-sustainment = sustainment
budget-use-pay = pay
budget-use-history = history, not spent
stage-requested = requested
stage-authorised = authorised
stage-appropriated = appropriated
stage-obligated = obligated
stage-disbursed = disbursed
assumed-caption = Uncertain inputs and limits by basis
table-party = Side
table-rule = Rule
table-reference = Judged in
table-on-rules = Conditions met, its rules
table-on-positions = Its rules and beliefs
table-ended = Phase has ended
rule-date = date
rule-condition = conditions
table-condition = Condition
table-state = Today
table-value = Value at the cutoff
table-threshold = Wanted
table-record = Deciding record
table-age = Age
table-owner = Owner
table-next = Next assessment
table-open = Open in { $month }
months-old = { $n ->
    [one] 1 month
   *[other] { $n } months
}
none-scheduled = none scheduled
no-record = no record
contextual = contextual: does not gate
table-kind = Kind
inputs-uncertain = Uncertain inputs
limits-all = Limits (thresholds, gate rules and dates)
table-task = Task
not-essential = not essential
table-requirement = Requirement a month
table-capability = Host capability
table-cover-today = Cover today
table-cover-now = Now
table-cover-after = After { $gate }
table-cover-alone = Alone
table-cover-later = Cover in { $month }
table-elicited = Judged self-reliance
table-element = Element
need-personnel = persons present
function-manning = manning
function-skill = skills
function-equipment = equipment
function-maintenance = maintenance
function-logistics = logistics
function-command-and-control = command and control
function-intelligence = intelligence
function-leadership = leadership
function-pay = pay
function-interoperability = interoperability
table-activity = Activity
agreed = agreed
table-component = Component
table-start = Start
left-out-why = Not chosen: { $why }
table-months = Months
table-cost = Cost
table-brings = Brings alone
component-military-training = Military training
component-equipment = Equipment
component-strategic-planning = Strategic planning
table-what = What
table-arrangement = Arrangement
table-ends = Ends
no-end = no end named
table-year-cost = Cost a year
table-payer = Payer
table-fund = Fund or vote
table-use = For
table-fiscal-year = Fiscal year
table-amount-year = Amount a year
table-stage = Stage
table-spent = Share spent
table-source = Source or reason
table-after = Afterwards
table-critical = Below need
below-now = already
below-never = not within the horizon

## Method

method-note = Six stages in { $draws } joint draws: threat, requirements, capability, programme, transition, returns. The programme's activities are counted at their modes; a condition ahead is judged as if it were assessed. Each side's readings are shown as its own and never averaged.
method-figures = A percentage is a share of draws; ± is twice its Monte Carlo standard error, in points (as gains are), and says nothing of what the inputs leave out. Three numbers with dashes are the 5, 50 and 95 per cent quantiles in that month. A limit is a threshold, a gate's rule or its date.
method-command = The same numbers again:
method-explain = From a number to its inputs, sources and ages:
method-content = Content of the plan (SHA-256):

## Explanation

explanation-title = Where this comes from
explanation-close = Close
explanation-made-of = Made of
source-of = { $title } ({ $publisher }, { $date }, grade { $grade })
contents = Sections
where-from = Where these numbers come from

## Pictures

data-behind = Data behind this picture
not-open-pictures = Without JavaScript the pictures are still, and chains open with `jisr explain`; the data stands below each picture.

## Terminal

board-at = In { $month }: met { $met }, met by then { $by }, phase ended { $opened }.
board-blockers = Open today, in the order of how often they stay open
board-state = Today
board-condition = Condition
board-value = Value
board-wanted = Wanted
board-age = Age
board-chance = Met
board-owner = Owner
board-record = record
board-next = next assessment
demo-figure = { $title }: { $figure } ({ $note })
demo-look = The page and the bundle that anyone can run again:

## Workbook

sheet-contents = Contents
sheet-shown = As shown: { $column }
sheet-basis = Basis: { $column }
sheet-note = Remark: { $column }
sheet-sources = Sources: { $column }
sheet-number = Number
sheet-source = Source
sheet-address = Address: { $column }

## Print

print-contents = Contents
print-glance = At a glance
print-sources-title = Sources
print-sources-note = The sources behind the figures that carry a number. Grades: 1 primary official, 2 official words carried by others, 3 press or analyst count, 4 weak copy, a lead only.
rows-more = { $n } more rows are in the workbook, sheet { $sheet }.
source-line = { $publisher }: { $title }, { $date }, grade { $grade }.
source-line-titled = { $title }, { $date }, grade { $grade }.

## Capability and gaps

section-capability = Capability and gaps
lead-capability = { $ready } of { $lines } capability lines are at { $share } readiness or more today (medians).
lead-gaps = Gaps on the register: { $n }; for { $lacking } of them no activity of the plan provides all that closing takes.
readiness-name = readiness
no-mandatory-need = no mandatory need
needs-lines =
    { $first },
    then { $second }
needs-two = { $first }, then { $second }
need-lowest = need that is lowest most often
need-next = the next
need-other = other mandatory needs
need-supporting = supporting: limits nothing
table-line = Line and its needs
table-value-now = Value
table-full-from = Full from
table-lowest-in = Lowest in
table-second-in = Second lowest in
lines-note = A line is as ready as the least of its mandatory needs. Each need is held against the value from which it counts as full; the last columns are shares of draws.
table-gap = Gap
table-element-of = Element of DOTMLPF-P
table-provided = Provided
table-measured-today = Measured today
unit-dotmlpf = DOTMLPF-P
dotmlpf-doctrine = doctrine
dotmlpf-organisation = organisation
dotmlpf-training = training
dotmlpf-materiel = materiel
dotmlpf-leadership = leadership
dotmlpf-personnel = personnel
dotmlpf-facilities = facilities
dotmlpf-policy = policy
gap-chosen = the programme provides it
gap-proposed = only an activity left out would
gap-nothing = nothing in the plan does
gap-sign-chosen = in the programme
gap-sign-proposed = left out
gap-sign-nothing = nothing
reading-today = today
gap-provided = { $state }: { $list }
gaps-note = An empty cell is not needed to close the gap. Measured today: 100 % is no gap.
course-seats = seats
course-graduates = graduates
course-posts-filled = posts filled
course-filled-later = filled two years on
course-short = short today
skill-of = { $skill }, { $element }
course-fills = fills { $filled } of { $short } short
course-would-fill = not chosen: would fill { $filled } of { $short }
table-skill = Skill
course-last = {" "}({ $seats } a month: the last in { $month })
table-course-ends = Course ends
table-course-through = Last come through
table-need = Posts needed
not-chosen = not chosen
courses-note = Medians with 5–95 %. Courses of one skill share its seats a month: who finds none waits. Who passes does not all fill a post; two years on some have left or lost the skill.
table-takes-in = Takes in at once
table-most-asked = Most asked
table-months-full = Months full
table-left-out = Left out
no-limit-given = no limit given
absorption-open = No limit is given for { $list }: nothing holds the programme back there.
absorption-note = What an element can take in at once, against what the programme asks of it; an activity that names no amount counts one. Where no limit is given, nothing limits.
table-taken-in = Asked of what can be taken in
headcount-assigned = on the rolls
headcount-present = present
headcount-note = { $share } · { $method }
presence-unmeasured = unmeasured
headcounts-unmeasured = Presence is unmeasured for { $list }: no bar, and the assessment draws it from the plan's interval.
headcounts-note = A change of counting method or of the set counted is a break, never attrition. The newest count up to the cutoff is the one the assessment starts from.
table-counted = Counted
table-posts = Posts
table-counted-how = How
table-set-counted = Set counted
table-change = Since the count before
count-payroll = payroll
count-roll-call = roll call
count-biometric = biometric count
count-report = report
count-estimate = estimate
rated-visit = visit
rated-report = report
rated-remote = at a distance
break-no-trend = break, no trend: { $what }
break-method = { $before } → { $after }
break-scale = scale { $before } → { $after }
break-version = version { $before } → { $after }
break-denominator = set { $before } → { $after }
change-monthly = { $share } a month
table-function = Function
table-assessor = Assessor
table-rated = Rated
table-level = Level
table-scale = Scale, version
table-expires = Valid to
table-compared = Compared with the one before
table-decides = The assessment starts from
table-day = Day
table-step = Step
expired = expired
level-of = { $level } of { $top }
function-by = { $function } ({ $assessor })
cutoff-name = cutoff
trend-rises = rises
trend-falls = falls
trend-no-change-shown = no change shown: the ranges meet
trend-refused = no trend: a break lies between
trend-too-few = too few for a trend
ratings-apart-caption = Ratings that differ between assessors, side by side
ratings-note = A trend is drawn only where scale, version, set of units and method stayed the same or a crosswalk reads every level; uncertain levels rise or fall only when their ranges do not meet.
requirement-name = requirement today
side-asks = { $party } { $amount }
amount-unit = { $amount } { $unit }
table-unit = Unit a month
table-the-plan = The plan
table-alone-today = Met alone today
table-alone-then = Met alone in { $month }
table-activities-reach = Activities
table-needs-nobody-reaches = Needs that are short and no activity reaches
reach-none = none reaches it
reach-some = reach some of its lines
need-of = { $need } ({ $element })
unmet-caption = Requirements the host does not meet alone, and what nothing in the plan changes
unmet-note = Medians. A need is listed when it is mandatory and short in more than half of the draws.

## Threat: calibration and series

calibration-short = { $name }: { $known } months in a row are known up to the cutoff. It takes { $least } to hold the model against what happened after past cutoffs, so nothing is shown of how good its forecasts of this series were.
calibration-told = { $name }: of { $windows } past forecasts, each made from nothing after its cutoff, { $ninety } of the months lay within the range of nine in ten and { $half } within the middle half; of the sums of twelve months { $sums } within nine in ten. { $verdict } The windows overlap, so their months are not independent.
calibration-narrow = The ranges were too narrow: surprises came oftener than they said.
calibration-wide = The ranges were too wide: they said less than they could.
calibration-even = The ranges held about as often as they said.
series-by = { $series } ({ $publisher })
series-note = Windows of other lengths are brought to a month by their days; nothing else is adjusted. Series count different things: they meet only through a declared bridge.
table-a-month = A month
table-published-as = As published
table-covers = Covers
observed-total = in all
observed-mean-per-month = a month
scope-area = the plan's areas
scope-group = a group
scope-multi-country = several countries
table-tenth = Part of the forecast
table-months-there = Months there
table-if-calibrated = If calibrated
if-calibrated = if calibrated

## What separates the sides

sides-title = What separates the sides
sides-note = { $gate }
sides-each = points if { $first } moves to the other side's value | if { $second } does
sides-points = { $n } points
sides-answer = { $first } { $first_chance }, { $second } { $second_chance } by all positions of each ({ $error }).
sides-answer-unsure = { $first } { $first_chance }, { $second } { $second_chance } by all positions of each: no difference beyond the error ({ $error }).
label-alone = Each alone
sides-shift = { $first } | { $second }
sides-none-alone = no judgement alone moves it beyond the error
sides-others = { $n ->
    [one] 1 other: nothing beyond the error
   *[other] { $n } others, all together: nothing beyond the error ({ $shift })
}
sides-others-matter = { $n ->
    [one] 1 other: { $shift }
   *[other] { $n } others, none of which moves it alone, all together: { $shift }
}

## Support posts, coherence, both sides at once

table-posts-leave = Leave with
table-leave-in = In
table-support-posts = Posts
table-keeps-working = What they keep working
no-gate-named = no gate is named for them
support-posts-caption = Posts of supporting personnel that leave together
support-posts-note = With a gate: its date or review. Without one: the first month in which one of the arrangements ends.
lead-nobody = Nobody is named to pay afterwards for: { $list }.
table-critical-early = One in five by
table-factor = Factor
table-agree = Agree
table-loose = Draws without an anchor
agree-yes = yes
agree-no = no: outside 0.5 to 2
coherence-caption = Judged self-reliance against what the lines are said to contribute
coherence-note = The factor by which contributions in task-units would have to change for the judged self-reliance to hold; 1 is agreement. A draw without an anchor had no requirement, or lines at zero, and ran without.
all-rules-at-once = all rules at once
each-its-month = each its own month
