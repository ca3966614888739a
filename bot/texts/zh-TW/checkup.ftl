# 體檢（doctor）

doctor-refused = 最近 7 天有 { $count } 則訊息被 Telegram 拒收，最近一次的說明：{ $error }。當事人可用 /mine、/desk 重看；同樣說明一再出現時，請連同說明回報維運人員。
doctor-stuck = 有 { $count } 則訊息一直送不出去，系統仍會重試：{ $rows }。請確認機器人執行中、可連上 Telegram；若是不明的種類，請更新程式版本。
doctor-stuck-row = #{ $row }（{ $kind }）{ $error }
