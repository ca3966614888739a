# /board：各機關辦理情形

command-board = 辦理情形總覽

board-title = 📊 <b>辦理情形總覽</b>　{ $day }
    共 { $count } 個機關，{ $late } 個有逾期事項；{ $quiet } 個沒有待辦
board-line = ・<b>{ $agency }</b>　{ $states }
board-line-late = ⚠️ <b>{ $agency }</b>　{ $states }
board-cases = 案件 { $count }
board-cases-late = 案件 { $count }（逾期 { $late }）
board-usage_record = 紀錄未送 { $count }
board-usage_record-late = 紀錄未送 { $count }（逾期 { $late }）
board-usage_audit = 月稽核未提報 { $count }
board-usage_audit-late = 月稽核未提報 { $count }（逾期 { $late }）
board-head_reading = 待首長核閱 { $count }
board-head_reading-late = 待首長核閱 { $count }（逾期 { $late }）
board-account_review = 帳號清查 { $count }
board-account_review-late = 帳號清查 { $count }（逾期 { $late }）
board-onsite_audit = 現場稽核未辦 { $count }
board-onsite_audit-late = 現場稽核未辦 { $count }（逾期 { $late }）
board-correction = 限期改善 { $count }
board-correction-late = 限期改善 { $count }（逾期 { $late }）
board-passwords = 密碼逾期 { $count }

board-agency = 📊 <b>{ $agency }　辦理情形</b>　{ $day }
board-no-cases = ✔ 沒有在辦案件
board-step = ・{ $house }{ $seat }：{ $count } 件，最久 { $age } 個工作日
board-step-late = ⚠️ { $house }{ $seat }：{ $count } 件（逾期 { $late }），最久 { $age } 個工作日
board-month = ・{ $period }紀錄：應送 { $owed }、已送 { $sent }、未送 { $missing }　稽核：{ $state }
board-overdue = ⚠️ 密碼逾期 { $count } 人：{ $names }
board-review = ・{ $period }帳號清查未完成（期限 { $due }）
board-review-late = ⚠️ { $period }帳號清查逾期（期限 { $due }）
board-onsite-done = ✔ 現場稽核（{ $authority }）：{ $day } 已辦
board-onsite-planned = ・現場稽核（{ $authority }）：預定 { $day }
board-onsite-open = ・現場稽核（{ $authority }）：尚未排定（期限 { $due }）
board-onsite-overdue = ⚠️ 現場稽核（{ $authority }）：逾期未辦（期限 { $due }）

button-board-up = 回總覽
button-board-people = 人員名單
button-board-onsite = 現場稽核

board-no-seat = 辦理情形總覽提供資訊中心承辦人、審核人員、機關管理者及機關首長查看；您目前沒有這些職務。您自己的案件請用 /mine。
board-not-yours = 這個機關不在您的權責範圍，請用 /board 查看您負責的機關。
