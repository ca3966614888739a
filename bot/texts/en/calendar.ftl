# The office calendar: import

calendar-imported = The office calendar of { $year } (ROC { $roc }) is imported: { $off } days off. Please compare with the number in the official notice.
calendar-single-days = { $count } days were updated. Their year is not listed in full, so its official calendar still counts as missing.
calendar-declared-stand = { $count } make-up and closed days that the Information Center declared stand as they are.
calendar-unchanged = The office calendar says the same as at the last import; nothing changed.

calendar-no-file = There is no such file. Please check the path.
calendar-not-text = This cannot be read. Please use the official CSV file (UTF-8 or Big5).
calendar-empty = There is no day in it. Please use the official CSV file (columns: date, weekday, off or not, note).
calendar-not-a-date = This is no date. Please write 20260101, 2026/1/1 or 115/1/1.
calendar-wrong-weekday = The weekday does not fit the date { $day }. Please look for a wrong year or a shifted column.
calendar-not-a-flag = Only 0 (the office works) or 2 (off) may stand here.

calendar-missing = 📅 The official office calendar of { $years } is missing; reminders follow the statutory holidays. Please have it imported (calendar import).
