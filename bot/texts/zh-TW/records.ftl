# 每月使用及查調紀錄

command-record = 送每月使用及查調紀錄

record-title = <b>{ $period }使用及查調紀錄</b>（期限 { $due }）
record-title-of = <b>{ $period }使用及查調紀錄</b>　{ $name }（期限 { $due }）
record-confirm = <b>請確認後送出</b>
record-nil = 本月<b>無使用</b>（系統查詢 0 筆、登記 0 筆）
record-uncovered = ⚠️ 有 { $count } 筆未計入法令依據或當事人同意，稽核時會列入查驗（要點四(五)2）。
record-will-be-late = ⚠️ 期限 { $due } 已過，將註記為逾期送件。

ask-record-month = 要送或更正哪一筆紀錄？
ask-record-document = 這是由紙本代登，請輸入紙本的公文文號。
ask-record-queries = 系統查詢共幾筆？沒有查調請按「無使用」。只填筆數，勿填查詢對象。
ask-record-registered = 登記簿登記共幾筆？
ask-record-difference = 系統 { $queries } 筆、登記簿 { $registered } 筆，差異原因為何？
ask-record-with_basis = { $queries } 筆中，有法令依據的幾筆？
ask-record-with_consent = 其餘查詢中，取得當事人簽署同意的幾筆？
ask-record-pages = 列印並歸檔共幾頁？
ask-record-kept_at = 完整紀錄的公文文號或存放處？

example-record-document = 府社助字第1150012345號
example-record-queries = 12
example-record-difference = 1 筆漏登，已補登
example-record-pages = 3
example-record-kept_at = 府社助字第1150012345號

field-record-document = 紙本文號
field-record-queries = 系統查詢筆數
field-record-registered = 登記簿筆數
field-record-difference = 差異原因
field-record-with_basis = 有法令依據
field-record-with_consent = 當事人同意
field-record-pages = 列印歸檔頁數
field-record-kept_at = 完整紀錄

option-difference-unregistered = 漏未登記，已補登
option-difference-repeated = 重複查詢，登記為一筆
option-difference-across_months = 跨月登記

button-nil = 無使用
button-fill = 填報 { $whose }{ $period }
button-record-again = 更正 { $whose }{ $period }
button-record-of = 紙本代登 { $whose }{ $period }
button-record-other = 其他月份
button-record-correct = 更正
button-record-same = 與系統相同（{ $count }）
button-record-all = 全部（{ $count }）
button-record-zero = 0 筆
button-record-no-pages = 未列印
button-record-same-place = 同上次：{ $place }

record-receipt = ✅ 已收到 { $name } { $period }使用及查調紀錄
    收件編號 <b>{ $number }</b>，{ $at }
record-corrected = ✅ 已更正 { $name } { $period }使用及查調紀錄
    收件編號 <b>{ $number }</b>（第 { $version } 版），{ $at }
record-late = ⚠️ 逾期送件（期限 { $due }）。
record-entered-for-you = 機關管理者 { $who } 已依紙本 { $document } 代您登錄 { $period }使用及查調紀錄，收件編號 { $number }。
record-not-sent = 已取消，未送出任何紀錄。需要時請用 /record。
record-none = 您目前沒有應送的使用及查調紀錄。
record-not-yours = { $name } 的紀錄須由本人、接辦人員或該機關的機關管理者（依紙本）登錄。
record-came-in = 這個月的紀錄已於 { $at } 送達（{ $number }），您這次未送出。要更正請用 /record。
record-too-many = 這一題最多 { $limit } 筆，您輸入的是 { $count }，請確認後重新輸入。
