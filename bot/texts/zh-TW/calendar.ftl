# 辦公日曆：匯入

calendar-imported = { $roc } 年（{ $year }）辦公日曆已匯入，全年放假 { $off } 日。請與行政院核定的總放假日數核對。
calendar-single-days = 已更新 { $count } 日；所屬年度未列滿全年，仍視為尚未匯入該年辦公日曆。
calendar-declared-stand = 資訊中心另行登錄的補班、停班日共 { $count } 日，維持不變。
calendar-unchanged = 辦公日曆內容與前次匯入相同，沒有變更。

calendar-no-file = 找不到這個檔案，請確認路徑。
calendar-not-text = 無法讀取，請使用人事行政總處公布的 CSV 檔（UTF-8 或 Big5）。
calendar-empty = 沒有任何日期，請使用人事行政總處公布的 CSV 檔（欄位：西元日期、星期、是否放假、備註）。
calendar-not-a-date = 看不懂日期，請用 20260101、2026/1/1 或 115/1/1。
calendar-wrong-weekday = 星期與日期不符，{ $day }，請檢查是否填錯年份或資料錯欄。
calendar-not-a-flag = 只能填 0（上班）或 2（放假）。

calendar-missing = 📅 { $years } 年辦公日曆尚未匯入，提醒日期暫依法定假日推算。請系統管理人員以 calendar import 匯入。

# 辦公日曆：/calendar

command-calendar = 我的日期與放假日

agenda-title = <b>您的重要日期</b>
agenda-empty = 目前沒有待辦的期限。
agenda-item = ・<b>{ $due }</b>　{ $title }
agenda-why = 　{ $text }
agenda-why-own-case = 　目前由{ $seat }處理，這是這個步驟的期限。
agenda-next = 　下次提醒：{ $day }
agenda-next-moved = 　下次提醒：{ $day }（原訂 { $nominal } 適逢{ $holiday }，故調整）
agenda-closed = 📅 { $month } 月（週末以外）：{ $days }
agenda-closed-none = 📅 { $month } 月：週末以外沒有放假日
agenda-day-off = { $day } { $name }
agenda-not-worked = 不上班
agenda-day-worked = { $day } 補行上班
agenda-file-name = 查調期限.ics
agenda-file-title = 查調期限
agenda-file-sent = 行事曆檔已傳送，開啟即可加入您的行事曆。

agenda-password = e政府公務帳號密碼變更期限
agenda-approval_step = 案件 { $subject } 辦理期限
agenda-returned = 案件 { $subject } 補正期限
agenda-certificate = 自然人憑證到期
agenda-item-late = ・<b>{ $due }</b>　{ $title }（已逾期）
agenda-usage_record = { $period }使用及查調紀錄
agenda-usage_audit = { $period }使用情形稽核
agenda-head_reading = { $period }稽核報告核閱
agenda-onsite_audit = { $name }{ $period }現場稽核
agenda-onsite_visit = { $name }現場稽核日
agenda-account_review = { $period }帳號清查
agenda-leaver = { $name } 離職（調職）帳號刪除
agenda-own-case = 您的案件 { $number }

button-agenda = 下載行事曆
button-office_days = 登錄補班、停班

office-days-title = <b>補班、停班登錄</b>
    颱風停班或臨時補班由這裡登錄；整年的辦公日曆請用 calendar import 匯入。
office-days-none = 目前沒有登錄的補班、停班日。
office-day-closed = ・{ $day }　停班　{ $note }
office-day-worked = ・{ $day }　補班　{ $note }
button-office-day-closed = 停班
button-office-day-worked = 補班
button-office-day-undo = 刪除 { $day }
ask-office-day-closed = 哪一天停班？請點選或輸入日期。
ask-office-day-worked = 哪一天補班？請點選或輸入日期。
ask-office-day-note = { $day } 的事由為何？提醒說明期限時會引用，沒有請按「略過」。
example-office-day-closed = 颱風停止上班
example-office-day-worked = 補行上班
office-day-declared-closed = 已登錄 { $day } 停班。尚未發出的提醒與案件辦理期限已依此調整，已發出的不重複提醒。
office-day-declared-worked = 已登錄 { $day } 補班。尚未發出的提醒與案件辦理期限已依此調整，已發出的不重複提醒。
office-day-taken-back = 已刪除 { $day } 的登錄，恢復為原辦公日曆。
office-days-unchanged = 已取消，辦公日曆未變動。

office-day-not-yours = 補班、停班由資訊中心承辦人登錄；如有更正需要，請洽資訊中心。
office-day-too-old = { $day } 已逾 { $days } 日，當時的提醒與期限已依原日曆處理，不再變更。如需更正紀錄，請以 calendar import 匯入。
office-day-too-far = { $day } 在明年以後，請確認年份；該年辦公日曆公布後再登錄。
office-day-closed-already = { $day } 原本就不上班，不必登錄停班。請確認日期。
office-day-works-already = { $day } 原本就上班，不必登錄補班。請確認日期。
office-day-gone = { $day } 的登錄已經刪除，請用 /calendar 查看。
