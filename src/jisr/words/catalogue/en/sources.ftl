panel-made = { $units } units, { $first } to { $last }: { $observed } unit-months observed, { $total } { $unit } counted
panel-vintage = release { $vintage }
panel-left-out = left out: { $events } events with { $value } { $unit }, { $reason }
left-out-no-area = which are in none of the units ({ $names ->
        [none] without a name
       *[other] first of them: { $names }
    })
left-out-imprecise = whose place is known less well than a unit
left-out-spans-months = which span several months
left-out-unclear = which the source itself doubts
left-out-outside-months = outside these months
fetch-made = { $file }: release { $release }, events { $events }, pages { $pages }
fetch-announced = the source announced { $announced }; events of no published kind are counted there and not given
