# The office calendar: import

calendar-imported = The office calendar of { $year } (ROC { $roc }) is imported. Days off: { $off }; please compare with the number in the official notice.
calendar-single-days = { $count ->
        [one] 1 day was updated. Its year
       *[other] { $count } days were updated. Their year
    } is not listed in full, so its official calendar still counts as missing.
calendar-declared-stand = Make-up and closed days that the Information Center declared stand as they are: { $count }.
calendar-unchanged = The office calendar says the same as at the last import; nothing changed.

calendar-no-file = There is no such file. Please check the path.
calendar-not-text = This cannot be read. Please use the official CSV file (UTF-8 or Big5).
calendar-empty = There is no day in it. Please use the official CSV file (columns: date, weekday, off or not, note).
calendar-not-a-date = This is no date. Please write 20260101, 2026/1/1 or 115/1/1.
calendar-wrong-weekday = The weekday does not match the date { $day }. Please look for a wrong year or a shifted column.
calendar-not-a-flag = Only 0 (the office works) or 2 (off) may stand here.

calendar-missing = 📅 The official office calendar of { $years } is missing; reminders follow the statutory holidays. Please have it imported (calendar import).

# The office calendar: /calendar

command-calendar = My dates and days off

agenda-title = <b>Your dates</b>
agenda-empty = Nothing is due at present.
agenda-item = ・<b>{ $due }</b>　{ $title }
agenda-why = 　{ $text }
agenda-why-own-case = 　It is with the { $seat }; this is the deadline of the step.
agenda-next = 　Next reminder: { $day }
agenda-next-moved = 　Next reminder: { $day } (moved from { $nominal }: { $holiday })
agenda-closed = 📅 Month { $month }, besides weekends: { $days }
agenda-closed-none = 📅 Month { $month }: no days off besides weekends
agenda-day-off = { $day } { $name }
agenda-not-worked = closed
agenda-day-worked = { $day } worked
agenda-file-name = deadlines.ics
agenda-file-title = Deadlines
agenda-file-sent = The calendar file is on its way; open it to add the dates to your calendar.

agenda-password = E-government password due
agenda-approval_step = Case { $subject } to be decided
agenda-returned = Case { $subject } to be corrected
agenda-certificate = Citizen Digital Certificate ends
agenda-item-late = ・<b>{ $due }</b>　{ $title } (overdue)
agenda-usage_record = Usage record of { $period }
agenda-usage_audit = Usage audit of { $period }
agenda-head_reading = Audit report of { $period } to be read
agenda-onsite_audit = On-site audit of { $name }, { $period }
agenda-onsite_visit = On-site audit of { $name }
agenda-account_review = Account review of { $period }
agenda-leaver = Account of { $name }, who has left
agenda-own-case = Your case { $number }

button-agenda = Download calendar
button-office_days = Declare office days

office-days-title = <b>Make-up and closed days</b>
    Typhoon days and single make-up days are declared here; the calendar of a whole year is imported (calendar import).
office-days-none = No day is declared at present.
office-day-closed = ・{ $day }　closed　{ $note }
office-day-worked = ・{ $day }　worked　{ $note }
button-office-day-closed = Closed
button-office-day-worked = Worked
button-office-day-undo = Take back { $day }
ask-office-day-closed = Which day is the office closed? Please tap or type the date.
ask-office-day-worked = Which day is the office open? Please tap or type the date.
ask-office-day-note = Why on { $day }? Reminders quote it; tap Skip to leave it out.
example-office-day-closed = Typhoon
example-office-day-worked = Make-up day
office-day-declared-closed = { $day } is declared closed. Reminders still to come and open steps follow; what was reminded of is not repeated.
office-day-declared-worked = { $day } is declared worked. Reminders still to come and open steps follow; what was reminded of is not repeated.
office-day-taken-back = { $day } is again as in the office calendar.
office-days-unchanged = Cancelled; the office calendar is unchanged.

office-day-not-yours = Make-up and closed days are declared by the Information Center's operators. Please tell the Information Center.
office-day-too-old = { $day } is more than { some-days } ago; reminders and deadlines went by the calendar of the time. To correct the record, use calendar import.
office-day-too-far = { $day } is later than next year. Please check the year, or wait for its official calendar.
office-day-closed-already = The office is closed on { $day } anyway. Please check the date.
office-day-works-already = The office works on { $day } anyway. Please check the date.
office-day-gone = { $day } has been taken back already; please see /calendar.
