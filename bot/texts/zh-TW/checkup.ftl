# 體檢（doctor）

doctor-refused = 最近 7 天有 { $count } 則訊息被 Telegram 拒收，最近一次的說明：{ $error }。當事人可用 /mine、/desk 重看；同樣說明一再出現時，請連同說明回報系統管理人員。
doctor-stuck = 有 { $count } 則訊息一直送不出去，系統仍會重試：{ $rows }。請確認機器人執行中、可連上 Telegram；若是不明的種類，請更新程式版本。
doctor-stuck-row = #{ $row }（{ $kind }）{ $error }
doctor-unreadable = 資料表 { $table } 有本版本無法讀取的資料：{ $rows }。系統已略過；可能由較新版本寫入，請更新程式版本，或由備份還原後再檢查。
cli-listen-refused = 無法在 { $listen } 等候連線，請檢查 BOT_LISTEN（主機:連接埠），或該連接埠是否已被使用。
cli-webhook-refused = Telegram 不接受這個網址（{ $error }），請檢查 BOT_WEBHOOK_URL 與 BOT_WEBHOOK_SECRET。
