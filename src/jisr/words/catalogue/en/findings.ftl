severity-error = error
severity-warning = warning
severity-note = note

finding-B101 = { $case ->
    [form] { $found } of the bundle is of a form this version does not read; version { $version } wrote it.
   *[other] { $found } cannot be read as a bundle.
}
remedy-B101 = { $case ->
    [form] Read it with that version; or unpack it as a zip and use its folder `workspace`, which is a plan.
   *[other] Give the folder of a workspace, or a file that `jisr assess … --out` has written, whole.
}
finding-B102 = { $found } in the bundle is not what its manifest says.
remedy-B102 = The file was altered or cut off; ask for the bundle again.
finding-B103 = version { $found } wrote the bundle, and this is version { $version }.
remedy-B103 = What it holds is shown as it was computed; what is computed again from it may differ.
finding-F101 = { $case ->
    [permission] the file { $found } may not be read.
    [loop] the file { $found } is a link that leads back to itself.
    [unreadable] the file { $found } cannot be read from where it is kept.
    [folder] the folder { $found } is missing.
   *[missing] the file { $found } is missing.
}
remedy-F101 = { $case ->
    [permission] Give yourself the right to read it.
    [loop] Put the file itself there, or a link to it.
    [unreadable] Copy the workspace to another place and check it there.
    [given] Correct its name.
   *[missing] Add it; `jisr new` writes a workspace with every file.
}
finding-F102 = { $found } is empty, or has a header only.
remedy-F102 = { $case ->
    [required] Fill it in; no plan is without it.
   *[optional] Fill it in, or delete the file: this table may be left out.
}
finding-F103 = { $case ->
    [nul] the file holds { $found } bytes of value zero (NUL), from this line on: no text has them, UTF-16 and damaged files do.
   *[other] the file is not UTF-8 (bytes { $found }).
}
remedy-F103 = { $advice ->
    [text] Save it in a text editor with the encoding UTF-8.
   *[table] Save it as "CSV UTF-8"; in a text editor choose the encoding UTF-8.
}
finding-F105 = there is no column { $found } in this table.
remedy-F105 = { $case ->
    [language] Add { $language } to `languages` in partnership.yaml, or delete the column.
   *[other] Rename or delete it. Columns: { $known }.
}
finding-F106 = { $case ->
    [header] no column of this table stands in the first line, which begins with “{ $found }”.
   *[other] the column { $found } is missing.
}
remedy-F106 = { $case ->
    [header] Write the names of the columns there: { $known }.
   *[other] Add it to the header; every row needs it.
}
finding-F107 = { $case ->
    [quotes] the text from here on cannot be cut into cells: { $found }.
    [long] a cell of this row has more than { $most } characters.
   *[width] the row has { $found } cells, the header { $expected } columns.
}
remedy-F107 = { $case ->
    [quotes] Close the quotation mark that is open, or write it twice inside a quoted cell.
    [long] Shorten it; where the row has an open quotation mark, close that: all that follows counts as one cell.
   *[width] Put cells that hold separators or line ends in double quotes.
}
finding-F108 = { $found } is no table of a plan and is not read.
remedy-F108 = Tables are CSV files of the names in the table reference; save it as one, or move it out of `tables`.
finding-F109 = the YAML cannot be read: { $found }.
remedy-F109 = Write `key: value` lines with blanks (no tabs) for indentation.
finding-F110 = the unit in the header is { $found }, the column's unit is { $expected }.
remedy-F110 = Convert the figures and write the column's unit, or no unit.
finding-F111 = the column { $found } stands twice.
remedy-F111 = Delete one of the two.
finding-F112 = { $case ->
    [empty] the path is empty.
   *[other] { $found } is no workspace and no bundle, or is not there.
}
remedy-F112 = Name a folder that holds partnership.yaml and tables, or a file that `jisr assess … --out` wrote; `jisr new` makes a workspace.
finding-C201 = { $column } is empty.
remedy-C201 = Every row needs it.
finding-C202 = { $column } holds “{ $found }”, which is no number.
remedy-C202 = { $case ->
    [thousands] Write it without separators between the thousands, for example 11000.
   *[other] Write digits with a decimal point, without units, blanks or separators between the thousands.
}
finding-C203 = { $case ->
    [thousands] { $column } holds “{ $found }”: thousands, or a decimal comma?
   *[decimal] { $column } holds “{ $found }” with a decimal comma.
}
remedy-C203 = { $case ->
    [thousands] Write thousands without a separator (11000), a decimal with a point (11.5).
   *[decimal] Write a decimal point: 12.5.
}
finding-C204 = a formula stands in the cell: “{ $found }”.
remedy-C204 = Paste its value; a plan holds figures, not computations.
finding-C205 = { $column } holds “{ $found }”, which does not rise from low over mode to high.
remedy-C205 = Write low | mode | high in rising order.
finding-C206 = { $case ->
    [least] { $column } holds { $found }; it is { $low } or more.
    [above] { $column } holds { $found }; it is more than { $low }.
    [most] { $column } holds { $found }; it is { $high } or less.
    [below] { $column } holds { $found }; it is less than { $high }.
   *[between] { $column } holds { $found }; it lies between { $low } and { $high }.
}
remedy-C206 = { $advice ->
    [share] Correct the figure; a share is written 0.75, not 75.
   *[other] Correct the figure or its unit.
}
finding-C207 = { $column } holds “{ $found }”, which is no month.
remedy-C207 = Write YYYY-MM, for example 2025-09.
finding-C208 = { $column } holds “{ $found }”, which is no date.
remedy-C208 = Write YYYY-MM-DD, for example 2025-09-30.
finding-C209 = { $column } holds “{ $found }”.
remedy-C209 = Choose one of { $expected }.
finding-C210 = { $column } holds “{ $found }”, which is no id.
remedy-C210 = Use small letters a–z, digits and hyphens.
finding-C211 = { $column } holds “{ $found }”, which is no address of a cell.
remedy-C211 = Write table/key/field, for example conditions/isr-after-1/threshold.
finding-C212 = { $column } holds “{ $found }”, which is no uncertain value.
remedy-C212 = Write one number, low | mode | high, or ? when nobody knows.
finding-C213 = { $column } holds { $found }, which is not a whole number.
remedy-C213 = Count whole things.
finding-C214 = { $column } holds “{ $found }”.
remedy-C214 = Write yes or no.
finding-C215 = the row has an uncertain value but lacks { $columns }.
remedy-C215 = Say where the value comes from: basis, dates, and evidence (sourced) or a reason (assessed, assumed).
finding-C216 = { $case ->
    [list] { $column } holds “{ $found }”, which is no list.
    [keys] { $column } holds “{ $found }”, where keys and values belong.
    [text] { $column } holds “{ $found }”, which is no plain text.
    [short] { $column } has { $found } of the { $least } entries it needs at least.
    [currency] { $column } holds “{ $found }”, which is no code of a currency.
    [pair] { $column } holds “{ $found }”, which is no pair of currencies.
    [outlines] { $column } holds “{ $found }”, which is no name of a GeoJSON file beside partnership.yaml.
   *[other] { $column } holds “{ $found }”, which does not fit.
}
remedy-C216 = { $case ->
    [list] Write it in brackets, [a, b], or one entry a line behind a hyphen.
    [keys] Write `key: value` lines below it; `jisr schema partnership` shows which.
    [text] Write one word or sentence.
    [short] Add those that are missing; `jisr schema partnership` shows what each holds.
    [currency] Write three capital letters of ISO 4217, for example USD.
    [pair] Write FROM/TO, for example IQD/USD.
    [outlines] Put the file there and write its name alone; it ends in .geojson or .json.
   *[other] See the table reference for what the column takes.
}
finding-C217 = there is no { $column } here.
remedy-C217 = Rename or delete it.
finding-C219 = the text holds the control character { $found }, which nobody sees and no document can print.
remedy-C219 = Type the text again, or clean it in the spreadsheet (CLEAN).
finding-C220 = the area is part of itself: { $other }.
remedy-C220 = Name the larger area as `parent`, or leave it blank.
finding-C221 = the level stands for { $found } of full capacity, the level below it for { $other }.
remedy-C221 = Level 1 is the lowest: turn the levels around, or correct the share.
finding-C218 = there is no option { $found }.
remedy-C218 = { $case ->
    [none] The plan has no rows in `options`.
   *[some] Options are { $known }.
}
finding-R301 = { $column } names “{ $found }”, which is not in { $table }.
remedy-R301 = Correct the id, or add the row it names.
finding-R302 = the key “{ $found }” stands twice, first at { $first }.
remedy-R302 = Keep one of the two rows, or correct the key.
finding-R303 = { $case ->
    [known-on] “{ $found }” names a cell that was not known on { $date }.
   *[other] “{ $found }” names no cell of this plan.
}
remedy-R303 = { $case ->
    [known-on] Take a later `--known-on`, or leave out what names it.
    [table] There is no table { $table }; tables are { $known }.
    [row] { $table } has no such row; it has { $known }.
    [empty] The table { $table } has no rows.
    [column] { $table } has no such column; it has { $known }.
    [text] It is a name, and no result depends on a name; change it in the table.
    [value] Write ADDRESS=VALUE, with ; between several.
   *[other] Write table/key/field of a row that exists; a composite key joins its columns with commas.
}
finding-P402 = { $case ->
    [column] the column { $column } is missing.
   *[other] { $column } of { $found } is empty.
}
remedy-P402 = The first language of the plan is always filled.
finding-P403 = { $column } is empty in { $found } rows.
remedy-P403 = Pages in that language show the first language instead.
finding-P404 = the partnership has { $found } parties of the role { $column }.
remedy-P404 = Name exactly one host and at least one contributor.
finding-P405 = the party { $found } stands twice.
remedy-P405 = Give every party an id of its own.
finding-P406 = { $found } lies on the tile of { $other }.
remedy-P406 = Give it a row and column of its own, or leave both blank.
finding-P407 = the window ends on { $found }, before it begins on { $earliest }.
remedy-P407 = Swap the dates or correct them.
finding-P408 = the window ends on { $found }, after the cutoff { $cutoff }.
remedy-P408 = It is not used; move the cutoff, or leave the figure for the next assessment.
finding-P409 = the due date is “{ $found }”.
remedy-P409 = Write YYYY-MM-DD, or `none given` when nobody set one.
finding-P410 = the language { $found } stands twice.
remedy-P410 = Name each language once.
finding-P411 = { $found } persons are assigned to { $element } on { $date }, which has { $other } posts (counts like it: { $rows }).
remedy-P411 = Nothing, where the source says so; otherwise see whether both figures are of the same units, and correct one.
finding-E401 = { $column } is unknown (?) and has no range to run over.
remedy-E401 = Write the widest range that you would accept: low | mode | high.
finding-E402 = { $evidence } was published on { $found }, after the cutoff { $cutoff }.
remedy-E402 = It may tell of an earlier fact; it must not stand for something that was not knowable.
finding-E403 = { $rows } figures of { $series } are known since { $found } only, a later vintage than the cutoff.
remedy-E403 = They are shown as history as revised later; `--known-on` leaves out the counts and ratings among them.
finding-E404 = the rating of { $found } is later than the cutoff { $cutoff }.
remedy-E404 = It is not used; move the cutoff, or leave it for the next assessment.
finding-E405 = the rating rests on { $found } source(s).
remedy-E405 = Two, one of them direct, keep a rating from being one reader's impression.
finding-E406 = the level { $found } is not on the scale { $scale }, version { $version }.
remedy-E406 = Choose a level of `scale_levels`, or name the version it was given on.
finding-T501 = { $case ->
    [known-on] of the figures of the series { $series }, those known on { $date } cover { $found } months in a row up to the cutoff, { $least } are needed.
   *[other] the series { $series } has { $found } months in a row up to the cutoff that figures cover, { $least } are needed.
}
remedy-T501 = { $case ->
    [known-on] Take a later `--known-on`, or with `--as-of` a cutoff that the figures known by then reach.
   *[other] Add figures for the months before; windows of any length will do, as long as they leave no day out.
}
finding-T502 = { $case ->
    [half] the driver of { $found } has half a bridge ({ $other }).
    [scope] { $found } covers more or less than the areas of the plan, without a bridge to a series that covers them.
   *[added] the demand of { $task } adds drivers of { $found } and { $other }, two counts that no bridge joins.
}
remedy-T502 = { $case ->
    [half] Fill both `bridge_to` and `bridge`, or neither.
    [scope] Name in `bridge_to` a series of the areas, and in `bridge` how many of it stand behind one of this.
   *[added] Bridge one driver to the series of the other (`bridge_to`, `bridge`), or name the series in `comparable_with` where both count the same.
}
finding-T503 = a driver of the kind { $found } needs { $column }.
remedy-T503 = Fill it in, or choose another kind.
finding-T504 = there is no threat model { $found }.
remedy-T504 = Choose one of { $known }.
finding-T505 = { $column } is blank for { $found }; it counts as zero.
remedy-T505 = Fill it in where the area has some.
finding-T506 = drivers of { $series } split it in different ways ({ $found }).
remedy-T506 = Give all of them the same shares series and weight.
finding-T510 = the panel lacks { $column }; found: { $found }.
remedy-T510 = Give a CSV or Parquet file with the columns unit, month and value.
finding-T511 = the panel has no row.
remedy-T511 = Give a row for each unit and month, those without an event too.
finding-T512 = { $case ->
    [blank] the month is empty (rows like it: { $rows }).
   *[other] { $found } is no month (rows like it: { $rows }).
}
remedy-T512 = Write YYYY-MM, a date, YYYYMM, or a VIEWS month number (1 is January 1980).
finding-T513 = { $case ->
    [blank] the value is empty (rows like it: { $rows }).
   *[other] { $found } is no whole count of zero or more (rows like it: { $rows }).
}
remedy-T513 = Give whole counts; a month without an event is 0, and what was not observed is left out of the panel.
finding-T514 = the unit { $found } has { $month } twice (rows like it: { $rows }).
remedy-T514 = Keep one row per unit and month.
finding-T515 = the unit { $found } lacks { $rows } month(s), the first is { $month }.
remedy-T515 = Fill the gap: 0 where nothing happened. A month nobody observed cannot be guessed; begin the panel after it.
finding-T516 = the unit { $found } begins in { $month }, later than the panel; it counts 0 before.
remedy-T516 = Nothing, where nothing happened before; else begin the panel later.
finding-T517 = the cutoff { $found } lies outside the panel, { $first } to { $last }.
remedy-T517 = Name a month of the panel; it is the last one that is used.
finding-T518 = the panel has { $found } month(s) up to { $cutoff }, { $least } are needed.
remedy-T518 = Begin the panel earlier, or take a later cutoff.
finding-T519 = the window after { $found } goes to { $month }, the panel to { $last }.
remedy-T519 = Take an earlier cutoff or fewer steps, or add the months.
finding-T520 = a row names no unit (rows like it: { $rows }).
remedy-T520 = Name the unit the count belongs to.
finding-T521 = { $series } counts { $found } in { $first }, less than the { $other } of the windows within it.
remedy-T521 = Correct one of them, or leave out the one that was superseded.
finding-T522 = the window { $first } of { $series } overlaps { $other } in part; neither holds the other.
remedy-T522 = Keep one of the two, or windows that lie within one another.
finding-T523 = { $series } counts { $found } in { $first }, and the windows that fill it { $other }; the finer ones hold.
remedy-T523 = Nothing, or correct the figure that is wrong.
finding-T524 = { $found } months of { $series } are known only as part of longer windows; each draw spreads them anew.
remedy-T524 = Nothing; monthly figures would take this uncertainty away.
finding-T525 = the threat model { $found } cannot take months of { $series } that are known only as part of longer windows.
remedy-T525 = Choose one of { $known }, or add monthly figures.
finding-T526 = the file { $found } of { $series } is neither beside partnership.yaml nor in the folder JISR_EVENT_FILES names.
remedy-T526 = Put it there (jisr threat fetch fetches a release of UCDP), or use a bundle, which holds the counts.
finding-T527 = the file of { $series } counts nothing in { $found }.
remedy-T527 = Give a CSV of names (two columns: what the file says, the id of an area) with a row for each area. The file says: { $known }.
finding-T528 = the file of { $series } holds { $rows } events with { $found } that are not counted: { $kind ->
        [no-area] they are in no area of the plan ({ $names ->
            [none] without a name
           *[other] first of them: { $names }
        })
        [imprecise] their place is known less well than an area
        [unclear] the source itself doubts them
        [outside-months] their months are none the file covers
       *[other] { $kind }
    }.
remedy-T528 = Nothing, where that is right; otherwise change names, place or the first month.
finding-T530 = { $found } is more than was ever counted in a month (rows like it: { $rows }).
remedy-T530 = Correct the value or its unit; a count is the number of events or persons, at most ten thousand million.
finding-T529 = the file of { $series } is not the one the plan was made with: { $found }.
remedy-T529 = Use the file with the hash { $expected }, or remove the hash to take this one.
finding-Q101 = nobody demands the task { $found }.
remedy-Q101 = Add a row to `demand`, or delete the task.
finding-Q102 = the mobile task { $task } has demand in the area { $found }.
remedy-Q102 = Leave the area blank, or make the task local.
finding-Q103 = { $found } has no shortfall on record, but no evidence for it.
remedy-Q103 = Name the evidence, or write no.
finding-Q104 = { $task } has no shortfall on record, and the model covers only { $found } of it at the cutoff.
remedy-Q104 = Correct demand, contributions or the judged self-reliance; or say that a shortfall is on record.
finding-Q105 = none of { $found } tasks is essential with a weight above 0, so nothing can be left uncovered.
remedy-Q105 = Say which tasks are essential, and give them weights.
finding-E407 = the first count of { $element } is of { $found }, after the cutoff { $cutoff }.
remedy-E407 = It is used all the same, because every element needs one; add an earlier count if there is one.
finding-E408 = known on { $found }, but the newest of its evidence ({ $evidence }) was published on { $date }.
remedy-E408 = Write the date of publication in `known_on`, or name the evidence that was there.
finding-K601 = the element { $found } has no count of its personnel.
remedy-K601 = Add a row to `strength`, assumed if need be.
finding-K602 = the function { $found } of { $element } is needed but was never rated.
remedy-K602 = Rate it; until then it runs over all levels, and gates print an interval.
finding-K603 = the lines of { $element } take { $found } of it.
remedy-K603 = Lower the shares to 1 in all, or mark a line concurrent.
finding-K604 = tasks need each other in a circle: { $found }.
remedy-K604 = Delete one of the needs, this one if it was added last.
finding-K605 = the repair shares of { $item } add up to { $found }.
remedy-K605 = They are shares of today's repairs: make them add up to 1.
finding-K606 = the { $kind } { $found } is not there for { $element }.
remedy-K606 = Add it to the table of that kind, or correct the name.
finding-K607 = the line { $found } has no mandatory need.
remedy-K607 = It counts as always ready; name what it cannot do without.
finding-K608 = nobody has judged the self-reliance of the task { $found }.
remedy-K608 = Add a row to `self_reliance`, or set anchor to none and give contributions in task units.
finding-K609 = no line works on the task { $found }.
remedy-K609 = Add a line, or delete the task.
finding-K610 = { $column } of { $found } is open without a reason.
remedy-K610 = Give the end, or write in `reason` why there is none.
finding-K611 = the payers of { $what } bear { $found } of its cost.
remedy-K611 = Lower the payer shares to 1 in all.
finding-K612 = there is no { $kind } { $found } to sustain.
remedy-K612 = Correct the name; a skill is written element,skill.
finding-K613 = { $found } are qualified, but only { $assigned } are assigned.
remedy-K613 = Correct one of the two.
finding-A801 = the mandatory activity { $found } cannot be done.
remedy-A801 = See the reason beside it in the programme; give it money, seats or time.
finding-A802 = activities wait for each other: { $found }.
remedy-A802 = Delete one of the prerequisites, this one if it was added last.
finding-A803 = the activity { $found } costs nothing.
remedy-A803 = Add a row to `activity_money` if somebody pays.
finding-A804 = there is no exchange rate from { $found } to { $base }.
remedy-A804 = Add it to `fx` in partnership.yaml.
finding-A805 = { $found } pays but has no programme budget.
remedy-A805 = Add a row to `budgets` with use programme; without it the activity cannot be done.
finding-A806 = no stage carries out “{ $found }”.
remedy-A806 = Choose one of { $known }.
finding-A807 = the { $kind } { $found } is not in the plan.
remedy-A807 = Correct the id, or add it.
finding-A808 = the latest start { $found } lies before the earliest { $earliest }.
remedy-A808 = Swap or correct them.
finding-A809 = the earliest start { $found } is not after the cutoff { $cutoff }.
remedy-A809 = It starts in the first month ahead; mark it running if it has begun.
finding-A810 = started in { $found } it ends after the horizon { $horizon }.
remedy-A810 = It cannot be scheduled; start it earlier or look further ahead.
finding-A811 = { $activity } needs { $found }, which is cancelled.
remedy-A811 = Cancel it too, or take the need away.
finding-A812 = the pool { $what } has two capacities in one month: a range begins in { $found } before the one before it has ended.
remedy-A812 = End the earlier range in the month before the later one begins.
finding-A813 = the pool { $what } is closed in all twelve calendar months ({ $found }).
remedy-A813 = Nothing that needs it can take place; name only the months in which it is closed, or delete the row.
finding-A817 = money in prices of { $found } is added to money in prices of { $base }; nothing is converted.
remedy-A817 = Write the amount in prices of { $base }, and say in `reason` how it was converted.
finding-V901 = the flow { $found } leads back to where it begins.
remedy-V901 = Returns go one way; delete one of the flows.
finding-V902 = the camp { $found } has no persons.
remedy-V902 = Give the number at the cutoff, assumed if need be.
finding-V903 = a flow leaves the community { $found }.
remedy-V903 = Communities are where returns end.
finding-V904 = the flow { $found } has half a convoy.
remedy-V904 = Give both batch and convoys, or neither.
finding-V905 = { $found } persons are in a site for { $capacity }.
remedy-V905 = Nobody can arrive until some have left; check both figures.
finding-G701 = the phase { $found } is not the last and has no gate.
remedy-G701 = Add the gate that ends it.
finding-G702 = { $why ->
    [two-gates-end-it] two gates end the phase { $found }.
    [starts-by-another] the gate opens the phase { $found }, which says that it starts by { $other }.
    [starts-by-none] the gate opens the phase { $found }, which does not say that it starts by a gate.
    [gate-opens-another] the phase starts by the gate { $found }, which opens { $other }.
   *[second-first] the phase { $found } starts by no gate, as does a phase before it.
}
remedy-G702 = Each phase but the last ends at one gate; each but the first starts by the one before.
finding-G703 = there is no measure { $found }.
remedy-G703 = Choose one of { $known }; `jisr measures` explains them.
finding-G704 = { $why ->
    [missing] the measure { $measure } needs { $selector }, which is empty.
    [not-taken] the measure { $measure } takes no { $selector }, which holds { $found }.
    [mobile-task] the task is mobile, and its cover is not of one area: { $selector } holds { $found }.
   *[other-kind] { $selector } holds { $found }, which is of another kind than { $measure } reads.
}
remedy-G704 = Fill the selectors the measure needs, leave the others blank.
finding-G705 = { $case ->
    [unknown-condition] the expression names { $found }, which is no core condition of the gate (letter { $column }).
    [count] the expression counts to { $found }, which its conditions cannot reach (letter { $column }).
    [end] the expression goes on behind its end with “{ $found }” (letter { $column }).
   *[other] the expression cannot be read from letter { $column } on.
}
remedy-G705 = Write all(), any() or at_least(n), nested with the ids of the gate's core conditions.
finding-G706 = the date-bound gate { $gate } has no date.
remedy-G706 = Fill `latest_date`.
finding-G707 = the condition-bound gate { $gate } has no review date.
remedy-G707 = Fill `review_date`: probabilities are shown for it.
finding-G708 = phases follow each other in a circle: { $phases }.
remedy-G708 = Let the last phase open no gate.
finding-G709 = { $column } is { $found }, outside what { $measure } can be ({ $low } to { $high }).
remedy-G709 = Correct the figure or its unit.
finding-G710 = the assessment of { $found } lies not after the cutoff { $cutoff }.
remedy-G710 = It schedules nothing; move or delete it.
finding-G711 = the gate { $gate } has { $found } core conditions.
remedy-G711 = A gate needs at least one, and at most { $most }.
finding-G712 = { $column } { $found } lies not after the cutoff { $cutoff }.
remedy-G712 = The gate counts as passed; correct the date if it is not.
finding-G713 = the order is { $found }.
remedy-G713 = Write phases and gates in the order they follow one another: { $expected }.
finding-G714 = the core condition { $found } is not in the expression of { $gate }.
remedy-G714 = Name it there, or make it contextual.
finding-G715 = the date { $found } lies before that of the gate before it, { $other } ({ $date }).
remedy-G715 = Gates open in order; correct one of the dates.
finding-G716 = { $column } { $found } lies beyond the horizon { $last }.
remedy-G716 = Results are shown for the last month; look further ahead to see the date.
finding-G717 = the exit threshold { $found } is tighter than the entry threshold { $threshold }.
remedy-G717 = Leaving should be harder than entering; the easier of the two is used to stay met.
finding-G718 = by the rules of { $found } the gates cannot be run: they give { $breaks } at { $where }.
remedy-G718 = Correct the position: it must leave gates, dates and phases in order.
finding-G719 = nothing in the plan gives { $found } a value here.
remedy-G719 = Choose a selector that has rows behind it, or add them.
finding-G720 = the condition asks for { $found } months in a row, more than the horizon of { $horizon } has, and can never be met.
remedy-G720 = Ask for fewer months, or look further ahead.
finding-M101 = { $case ->
    [json] the file of outlines is no JSON.
    [type] the file of outlines holds a { $found }, or one without features.
    [feature] the outlines cannot be read: feature { $found } is no polygon in degrees.
   *[other] the file of outlines holds no features.
}
remedy-M101 = Give a GeoJSON FeatureCollection of polygons in degrees of longitude and latitude.
finding-M102 = no outline has the property { $found }.
remedy-M102 = Name one that it has under `boundaries`: { $known }.
finding-M103 = { $found } has no outline in the boundary file.
remedy-M103 = Give the area the name it has there in { $column }, or add its outline; until then it stands only as a tile.
finding-M104 = outlines of no area of the plan: { $found }.
remedy-M104 = They are drawn empty. Give an area that name in { $column } where one is meant.
finding-M105 = { $found } has no place on the tile map.
remedy-M105 = Fill tile_row and tile_col; until then it stands below the others.
finding-S101 = the archive cannot be read: { $found }.
remedy-S101 = Download it again; it must be whole and hold one table.
finding-S102 = the file lacks the column { $found }.
remedy-S102 = Use the file as the source publishes it. Its columns: { $known }.
finding-S103 = the file has no rows, or one that cannot be read. { $found }
remedy-S103 = Download it again, or save it as CSV in UTF-8 with one header line.
finding-S104 = { $column } holds “{ $found }” ({ $rows } cells in all), expected { $expected }.
remedy-S104 = Correct the file, or download it again.
finding-S105 = { $case ->
    [json] the file of outlines is no JSON.
    [feature] the outlines cannot be read: feature { $found } is no polygon.
   *[features] the file of outlines holds no features.
}
remedy-S105 = Use a FeatureCollection whose features are polygons with longitude before latitude.
finding-S106 = the property { $column } does not name each feature once: { $found }.
remedy-S106 = Name a property that does, such as one of { $known }.
finding-S107 = { $column } holds { $found }, which no event can have ({ $rows } rows in all).
remedy-S107 = Counts are not negative and below a hundred million, an event ends after it begins, and its kind is one of the codebook, and its id stands once.
finding-S108 = { $found } files were given, expected { $expected }.
remedy-S108 = Name them with --file; jisr threat fetch fetches a release of UCDP.
finding-S109 = the name { $found } says no release.
remedy-S109 = Keep the name the file is published under, such as GEDEvent_v26_0_8.csv: it says which months it covers.
finding-S110 = no file covers { $found } ({ $rows } months in all).
remedy-S110 = Add the candidate files of these months.
finding-S113 = the plan has no series { $found }.
remedy-S113 = Name one of { $known }.
finding-S114 = { $case ->
        [units] no event of { $found } has a unit.
        [months] the months asked for lie outside those the file covers, { $found }.
       *[series] no whole month of { $found } was observed in these months.
    }
remedy-S114 = { $case ->
        [units] Give names, which say what units there are, or use a file that holds events.
        [months] Ask for months within them.
       *[series] Name other months, or add figures that cover one calendar month each.
    }
finding-S115 = the source cannot be reached: { $found } ({ $attempts } attempts).
remedy-S115 = Connect to the network and run it again: pages that came are kept. Or download the release with a browser (ucdp.uu.se/downloads) and name the file with --file.
finding-S116 = the source asks for a token, and has none it accepts ({ $found }).
remedy-S116 = Ask UCDP for one (ucdp.uu.se/apidocs), put it into the environment as JISR_UCDP_TOKEN, and run it again. The files of ucdp.uu.se/downloads need none.
finding-S117 = the answer cannot be read: { $found } ({ $attempts } attempts).
remedy-S117 = Run it again: pages that came are kept. If it stays so, the source has changed its form; download the release with a browser instead.
finding-S118 = the source refuses this page with code { $found } ({ $attempts } attempts).
remedy-S118 = 404: there is no such release. Otherwise run it again later: pages that came are kept.
finding-S119 = the release changed while it was fetched, twice: { $found }.
remedy-S119 = Run it again when the source has finished its update; nothing of the earlier state was kept.
finding-E410 = the ratings of { $element } change from { $other } to { $found } of the scale here.
remedy-E410 = Add rows to `crosswalks` that read the old levels on the new version; until then no trend is drawn across them.
finding-E411 = the ratings of { $element } change from the set { $other } to the set { $found } here.
remedy-E411 = No trend is drawn across two denominators; rate the same set again, or leave the break.
finding-E412 = the rating { $found } names no evidence.
remedy-E412 = Fill `evidence`: two sources, one of them direct (a visit, a joint inspection, an extract of records).
finding-E413 = { $found } of the newest ratings have expired; the oldest on { $date }, before the cutoff { $cutoff }.
remedy-E413 = Rate again; until then they count as stale, and the model lets them age.
finding-E414 = the { $kind } of { $element } changes from { $other } to { $found } with this count.
remedy-E414 = A break, not attrition: the change of the figure across it is read as nothing.
finding-E415 = level { $found } is not on version { $version } of the scale { $scale }.
remedy-E415 = Name levels that `scale_levels` defines.
finding-K630 = { $found } trains { $what }, whose courses have no seats.
remedy-K630 = Give the skill `seats` above 0, or leave the cell blank for as many as its activities ask.
finding-K631 = { $party } has no sustainment money in { $found }, between years that have some.
remedy-K631 = Add a budget line for that year; a 0 says that nothing is meant to be paid.
finding-K632 = the sustainment budgets of { $party } end with { $found }; the horizon is { $horizon }.
remedy-K632 = From then on nothing is paid; add the years that are planned.
finding-K633 = { $task } depends on { $found }, which no line and no enabler provides.
remedy-K633 = Add a line or an enabler for it, or take the dependency out.
finding-K634 = { $element } works only in its home area, and has none it may work in ({ $found }).
remedy-K634 = Fill `home_area` with one of its `areas`, or choose another `allocation`.
finding-K635 = the contributions of { $task } are in task-units, and the judged self-reliance asks for { $found } times as much.
remedy-K635 = Between 0.5 and 2 they agree; correct the contributions, the demand or the judgement, or call the contributions `relative`.
finding-K636 = nobody is named to pay for { $found } after { $party } ends on { $date }.
remedy-K636 = Fill `payer_after`, or find out who pays: from that day it is counted as unpaid.
finding-K637 = { $found } posts that keep { $item } working are tied to no gate.
remedy-K637 = Fill `ends_at` if they leave with the mission; if not, say in `reason` what lets them stay.
finding-K638 = every line of { $found } stands at zero at the cutoff, so the judged self-reliance has nothing to hold on to.
remedy-K638 = Say `anchor` none for it and give contributions in task-units, or correct the stocks of its lines.
finding-K639 = no line of { $task } ({ $element }) has the need { $found }.
remedy-K639 = Name a need that one of its lines has, or leave `need_kind` blank: the task's cover then measures the gap.
finding-K640 = no activity works on the gap { $found } (it takes { $needs }).
remedy-K640 = Name it under `gaps` of an activity, or let it stand: it is reported as a requirement nothing in the plan meets.
finding-K641 = the activity works on the gap { $found }, which takes { $needs }, and provides { $known }.
remedy-K641 = Fill `dotmlpf_p` with what it provides, or take the gap out.
finding-K642 = { $table } still holds the placeholders of a task template, in { $found } of its rows.
remedy-K642 = Replace the values and say where they come from; a result that rests on placeholders says nothing.
finding-K643 = { $party } judges the self-reliance of { $task } to be { $found }, which is held: by this judgement nothing can lift it.
remedy-K643 = Judge it above 0; or say `anchor` none and give contributions in task-units.
