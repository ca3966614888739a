# 預演

rehearsal-title = 預演 { $first } 至 { $last }：共 { $count } 則訊息
rehearsal-role = { $role }（{ $people } 人）：{ $count } 則，每人每 30 日 { $mean } 則；單日最多 { $most } 則（{ $day }）
rehearsal-reminders = 提醒次數（前 12 項）：
rehearsal-reminder = ・{ $name } { $rung }：{ $count }
rehearsal-reminder-above = ・{ $name } { $rung }（通知上級或關係人）：{ $count }
rehearsal-written = 已寫入 { $folder }：messages.csv（逐則）、days.csv（逐日）、heat.png（熱度圖）
rehearsal-progress = 預演至 { $day }
rehearsal-picture = 預演 { $first } 至 { $last }：每人每日收到的訊息
rehearsal-scale = 則／人・日
rehearsal-month = { $month }月
rehearsal-usage_record = 使用及查調紀錄
rehearsal-usage_audit = 使用情形稽核
rehearsal-head_reading = 稽核報告核閱
rehearsal-password = 密碼變更
rehearsal-onsite_audit = 現場稽核
rehearsal-onsite_visit = 現場稽核日
rehearsal-account_review = 帳號清查
rehearsal-approval_step = 案件辦理
rehearsal-returned = 案件補正
rehearsal-leaver = 離職帳號
rehearsal-certificate = 自然人憑證
cli-rehearse-days = 起訖日期不正確：請用 2027-01-01 的格式，迄日不早於起日，最長三年；停機期間須在起訖之間。
