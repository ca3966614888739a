# The command line

cli-token-missing = BOT_TOKEN is missing. Set the bot's token and run again; to try it without one, use make sandbox.
cli-token-refused = Telegram does not know BOT_TOKEN. Please check it.
cli-already-running = A bot runs on this database already; there can be only one at a time.
cli-lead-lost = The connection to the database was lost and another instance may lead now. Please start this one again; it will stand by.
cli-migrate-first = The database is older than this version. Please run python -m bot migrate first.
cli-database-away = The database cannot be opened ({ $error }). Please check BOT_DATABASE.
cli-file-exists = { $file } exists already. Please choose another name.
cli-port-taken = Port { $port } cannot be used. Please choose another with --port.
cli-not-parked = { $row } is not a parked update. See inbox list.
cli-not-open = { $row } is done already or does not exist. See inbox list.
cli-ledger-broken = The audit trail is not whole: { $faults }
cli-not-a-moment = I cannot read the time { $at }. Please write it like 2026-12-03T08:30.
cli-remind-ahead = Note: this moment is more than a day ahead; the reminders listed count as sent and will not come again.
cli-sandbox-open = The city is open: { $url } (Ctrl+C ends it)

doctor-well = All is well.
doctor-token = BOT_TOKEN is not set, or Telegram cannot be reached. Please check the token and the network.
doctor-no-roster = No roster has been imported. Make a template with roster template, fill it in, then roster import.
doctor-vacant = { $agency }: nobody holds the seat of { $seat }; cases will wait there. Please add somebody to the roster.
doctor-unlinked = { $agency }: nobody in the seat of { $seat } is linked; cases will wait there. Please run invite { $staff }.
doctor-calendar = The official office calendar of { $year } (ROC { $roc }) has not been imported; the statutory holidays are used. Download that year's CSV file and run calendar import.
doctor-parked = Parked updates: { $count }. See inbox list, then retry or drop them.
cli-setting-wrong = Please check these settings, their values cannot be used: { $names }
cli-not-a-head = I cannot read { $head }; please give it as NUMBER:HASH.

# Situations of the sandbox

situation-day-nine = The ninth, three records missing
situation-day-nine-hint = Two of the five officers of the Dept. of Social Welfare have sent in last month's record.
situation-head-on-leave = A head on leave, a deputy acting
situation-head-on-leave-hint = The head of the Dept. of Labor is away for a week; a request has come to the deputy.
situation-leaver = A leaver with two requests under way
situation-leaver-hint = An officer of the Dept. of Social Welfare left today; two of his requests are still open.
