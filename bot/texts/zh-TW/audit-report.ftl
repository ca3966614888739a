# 每月稽核報告（列印）

report-title = 勞保查調系統使用情形稽核報告
report-agency = 機關
report-month = 稽核月份
report-by = 機關管理者
report-on = 提報日期
report-on-late = { $day }（期限 { $due }，逾期）
report-counts = 送件情形
report-counted = 應送 { $owed } 人，已送 { $sent } 人（無使用 { $nil } 人、逾期 { $late } 人），未送 { $missing } 人
report-queries = 系統查詢
report-queried = { $queries } 筆（使用 { $count } 人）
report-sampled = 抽查
report-sample = { $looked } 筆，不符合 { $wrong } 筆
report-result = 稽核結果
report-missing = 未送名單
report-explanation = 異常說明
report-measures = 處置情形
report-none = 無
report-names = { $names }

report-records = 使用情形報表（要點四(五)3、八(一)1）
report-head-who = 承辦人員
report-head-number = 送件編號
report-head-queries = 系統查詢
report-head-registered = 登記簿
report-head-gap = 差異及原因
report-head-cover = 依據／同意
report-head-pages = 列印頁數
report-head-sent = 送件時間
report-covered = { $basis }／{ $consent }
report-gap = { $gap }　{ $reason }
report-sent = { $day }
report-sent-late = { $day }（逾期）

report-items = 抽查紀錄（要點八第二項）
report-head-entry = 抽查項目
report-head-findings = 正確／目的／依據／保密
report-head-note = 說明
report-head-checker = 抽查人員
report-head-seconds = 用時
report-findings = { $correct }　{ $purpose }　{ $basis }　{ $confidential }
report-passed = ○
report-failed = ✕
report-seconds = { $seconds } 秒
report-unchecked = 尚未抽查

report-anomalies = 異常通報（要點四(四)5）
report-head-what = 情形
report-head-found = 通報
report-head-seen = 首長知悉
report-who-when = { $who } { $day }

report-seed = 抽樣種子
report-hash = 種子 SHA-256
report-seed-note = 種子的 SHA-256 於當月收件前已存入稽核軌跡；以種子可依說明文件重抽核對。
report-stamp-administrator = 機關管理者
report-stamp-chief = 單位主管
report-stamp-reader = 核閱（機關首長或其授權人員）
report-read = 已核閱
report-waiting = 待核閱
report-returned = 退回補正：{ $reason }

audit-file = { $agency }{ $period }稽核報告.pdf
toast-audit-print = { $period }稽核報告製作中，隨即傳送
audit-not-reported = 這個月尚未提報，提報後才能列印報告。
report-own-reader = { $seat }（本人使用在內）
