# The doctor

doctor-refused = Telegram refused { $count } messages in the last 7 days, the last one saying: { $error }. People can look again with /mine and /desk; if the same words come again and again, report them to those who run the bot.
doctor-stuck = { $count } messages do not get out and are tried again: { $rows }. Check that the bot runs and reaches Telegram; if the kind is unknown, update the program.
doctor-stuck-row = #{ $row } ({ $kind }) { $error }
