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

calendar-missing = 📅 { $years } 年辦公日曆尚未匯入，提醒日期暫依法定假日推算。請維運人員以 calendar import 匯入。
