# The doctor

doctor-refused = Telegram refused { $count ->
        [one] 1 message
       *[other] { $count } messages
    } in the last 7 days, the last one saying: { $error }. People can look again with /mine and /desk; if the same words come again and again, report them to those who run the bot.
doctor-stuck = { $count ->
        [one] 1 message does not get out and is tried again
       *[other] { $count } messages do not get out and are tried again
    }: { $rows }. Check that the bot runs and reaches Telegram; if the kind is unknown, update the program.
doctor-stuck-row = #{ $row } ({ $kind }) { $error }
doctor-unreadable = Table { $table } holds rows that this version cannot read: { $rows }. They are passed over; a newer version may have written them: update the program, or restore a backup and look again.
cli-listen-refused = Cannot listen at { $listen }. Check BOT_LISTEN (host:port), or whether the port is taken.
cli-webhook-refused = Telegram does not take this address ({ $error }). Check BOT_WEBHOOK_URL and BOT_WEBHOOK_SECRET.
