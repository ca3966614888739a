# Deputies

command-deputy = Deputies

deputy-title = <b>Deputies</b>
deputy-none = No deputy is named at present or for the days to come.
deputy-line = ・{ $from } to { $until }
    { "  " }{ $deputy } { $capacity } { $holder } ({ $reason }; place { $rank } in the order)
button-deputy-name = Name a deputy
button-deputy-end = End { $name } (from { $day })
button-deputy-end-mine = Stop acting for { $name } (from { $day })
button-tomorrow = Tomorrow { $day }
button-earlier = Previous page
button-more = Next page

ask-deputy-who = Who stands in for you? Choose a colleague in post in your agency, or type the staff number.
ask-deputy-from = From which day does { $deputy } stand in? Tap or type a date.
ask-deputy-until = { $deputy } stands in from { $from }. Until which day, that day included? Tap or type a date.
ask-deputy-capacity = In which capacity does { $deputy } act from { $from } to { $until }? Usually “acting for”.
ask-deputy-reason = { $deputy }, from { $from } to { $until }, { $capacity }: for what reason? Tap or type it; nothing about health or other private matters, please.
example-deputy-reason = meeting at a central authority
deputy-reason-official_leave = official leave
deputy-reason-errand = official errand
deputy-reason-meeting = out on business
deputy-reason-leave = leave

deputy-named = Recorded: { $deputy } from { $from } to { $until }, { $capacity } { $holder }; reason: { $reason }; place { $rank } in the order. Open cases return by themselves afterwards; to end it earlier, use /deputy.
deputy-told-named = { $holder } has named you from { $from } to { $until } ({ $capacity }); reason: { $reason }; place { $rank } in the order. When it is your turn to act, cases come here by themselves; your own cases are not yours to decide. To see or end it, use /deputy.
deputy-ended = Ended: { $deputy }, { $capacity } { $holder } (planned from { $from } to { $until }). Open cases have returned.
deputy-told-ended = { $by } has ended it: { $deputy }, { $capacity } { $holder } (planned from { $from } to { $until }).
deputy-unchanged = Cancelled. Nothing about deputies was changed.

deputy-no-seat = Your seat needs no deputy here. If in doubt, please ask your agency's administrator.
deputy-no-colleague = The roster has nobody else in post in your agency. Please ask your agency's administrator.
deputy-oneself = You cannot be your own deputy. Please choose a colleague.
deputy-elsewhere = { $name } is not of your agency and cannot be your deputy. Please choose a colleague of your agency.
deputy-left = { $name } is no longer in post on { $day } and cannot be your deputy. Please choose another colleague.
deputy-from-past = The first day, { $day }, is over. Please go back and choose it anew.
deputy-until-before-from = The last day cannot be before the first, { $day }. Please enter it again.
deputy-already = { $name } is named already from { $day }, for days that overlap. Choose other days, or end that one with /deputy first.
deputy-same-rank = { $name } holds place { $rank } in the order from { $day }; days in the same place cannot overlap.
deputy-gone = That has ended already. Please see /deputy for how things stand.
