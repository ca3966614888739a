# 帳號清查（要點四(三)1、八(一)2）

review-title = 🗂️ <b>{ $period }帳號清查</b>　{ $agency }
    期限 { $due }　已確認 { $done }／{ $all }
review-line-open = ・{ $flag }{ $who }（{ $kind }）{ $marks }
review-line-fine = ✔ { $who }（{ $kind }）
review-line-found = ❗ { $who }（{ $kind }）：{ $finding }
review-flag = ⚠️{" "}
review-tick = ✔{" "}
review-button = { $done }{ $name }（{ $kind }）
review-button-suspect = ⚠️ { $name }（{ $kind }）
review-others = 須由他人確認（首長、授權人員等）：{ $names }
review-done = ✔ 已於 { $day } 完成清查。
review-unknown = 無資料
review-no-items = 無

review-account = <b>{ $who }</b>（{ $kind }帳號）
    ・開設日：{ $opened }
    ・查調項目：{ $items }
    ・密碼變更日：{ $changed }，期限 { $due }
    ・自然人憑證到期日：{ $certificate }
    ・近三個月：已送 { $months } 個月，查調 { $queries } 筆
review-mark = ⚠️ { $mark }
review-questions = 請確認：1. 仍在職 2. 業務仍需使用 3. 查調項目與業務相符 4. 查調正當 5. 列印、影印資料妥善存放。

review-suspicion-left = 已離職（調職）
review-suspicion-suspended = 帳號停權中
review-suspicion-unused = 連續三個月沒有查調
review-suspicion-password = 密碼逾期未變更
review-suspicion-certificate = 自然人憑證已到期

button-review = 辦理清查
button-review-open = { $period }帳號清查
button-review-all = 全部未變動
button-review-finish = 完成清查
button-review-fine = 五項均符合
button-review-left = 已離職或調職
button-review-not_needed = 業務不再需要
button-review-items = 查調項目不符
button-review-use = 查調正當性有疑義
button-review-copies = 列印資料存放不妥

review-finding-fine = 五項均符合
review-finding-left = 已離職或調職
review-finding-not_needed = 業務不再需要
review-finding-items = 查調項目不符
review-finding-use = 查調正當性有疑義
review-finding-copies = 列印資料存放不妥

review-noted = 已登錄 { $count } 個帳號
review-propose = { $who }：{ $what }，已記入清查結果。
review-next-left = 請洽資訊中心於名冊登錄離職日，帳號會立即停權，再由移交訊息辦理刪除。
review-next-not_needed = 請該員以 /apply 提出帳號「刪除」（附表二；機關管理者為附表一），或由您依紙本申請辦理。
review-next-items = 請該員以 /apply 提出「查調項目權限」刪除或異動（附表二）。
review-next-use = 請立即查明並呈報機關首長，於當月稽核報告敘明處理情形（要點四(四)5）。
review-next-copies = 請該員立即將列印資料隨文歸檔或依規定銷毀（要點四(五)1、十），並於稽核報告敘明。
review-finished = { $period }帳號清查已完成，謝謝您。

review-look-first = 尚有帳號須先逐一開啟確認：{ $names }。確認後再按「全部未變動」。
review-own = 本人的帳號不能自行確認，由首長、其授權人員或機關管理者確認。
review-not-yours = { $name } 的帳號須由首長或其授權人員確認。
review-not-your-agency = 帳號清查由各機關的機關管理者、首長或其授權人員辦理。
review-already-done = 這次清查已於 { $day } 完成，不能再變更。
