# /board: how the agencies stand

command-board = How the agencies stand

board-title = 📊 <b>How the agencies stand</b>　{ $day }
    Agencies: { $count }, { $late } with something late; nothing waits in { $quiet }
board-line = ・<b>{ $agency }</b>　{ $states }
board-line-late = ⚠️ <b>{ $agency }</b>　{ $states }
board-cases = cases { $count }
board-cases-late = cases { $count } ({ $late } late)
board-usage_record = records missing { $count }
board-usage_record-late = records missing { $count } ({ $late } late)
board-usage_audit = audits not reported { $count }
board-usage_audit-late = audits not reported { $count } ({ $late } late)
board-head_reading = reports to read { $count }
board-head_reading-late = reports to read { $count } ({ $late } late)
board-account_review = account reviews { $count }
board-account_review-late = account reviews { $count } ({ $late } late)
board-onsite_audit = on-site audits open { $count }
board-onsite_audit-late = on-site audits open { $count } ({ $late } late)
board-correction = corrections { $count }
board-correction-late = corrections { $count } ({ $late } late)
board-passwords = passwords overdue { $count }

board-agency = 📊 <b>{ $agency }</b>　{ $day }
board-no-cases = ✔ No open cases
board-step = ・{ $house } { $seat }: { $count }, the oldest for { $age ->
        [one] 1 working day
       *[other] { $age } working days
    }
board-step-late = ⚠️ { $house } { $seat }: { $count } ({ $late } late), the oldest for { $age ->
        [one] 1 working day
       *[other] { $age } working days
    }
board-month = ・Records of { $period }: { $owed } owed, { $sent } in, { $missing } missing; audit: { $state }
board-overdue = ⚠️ Passwords overdue, { $count }: { $names }
board-review = ・Account review of { $period } not finished (due { $due })
board-review-late = ⚠️ Account review of { $period } is late (due { $due })
board-onsite-done = ✔ On-site audit ({ $authority }): done on { $day }
board-onsite-planned = ・On-site audit ({ $authority }): planned for { $day }
board-onsite-open = ・On-site audit ({ $authority }): not planned yet (due { $due })
board-onsite-overdue = ⚠️ On-site audit ({ $authority }): late (due { $due })

button-board-up = All agencies
button-board-people = Staff
button-board-onsite = On-site audits

board-no-seat = This overview is for the Information Center, reviewers, administrators and heads; you hold none of these posts. Your own cases are at /mine.
board-not-yours = That agency is not yours to oversee; /board shows those that are.
