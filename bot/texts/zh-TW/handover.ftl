# 離職與移交

leaver-title = 🚪 <b>移交</b>　{ $leaver }
    { $agency }，{ $day } 起離職（調職）
leaver-title-moved = 🚪 <b>移交</b>　{ $leaver }
    { $day } 自{ $agency }調至{ $to }
leaver-title-seats = 🚪 <b>移交</b>　{ $leaver }
    { $agency }，{ $day } 起不再擔任{ $roles }
leaver-back = { $leaver }（{ $agency }）已回任或目前在職，無須移交。
leaver-nothing = ✔ 名下已無未結事項。
leaver-account = ・{ $kind }帳號：自 { $day } 起停權，請辦理刪除（要點四(四)2）
leaver-account-deleting = ・{ $kind }帳號：自 { $day } 起停權，刪除申請 { $number } 辦理中
leaver-cases = ・提出的案件，須有人接手：{ $numbers }
leaver-records = ・未送的使用及查調紀錄：{ $months }
leaver-seat = ・{ $seat }已無人在任，請洽資訊中心於名冊指定接任人員
leaver-waiting = ・因此無人處理的案件：{ $numbers }
leaver-ships = ・代理尚未結束：
leaver-taken = ✔ { $day } 起由 { $successor } 接手；日後產生的事項也由接手人辦理。

button-leaver-mine = 由我接手
button-leaver-choose = 由其他同仁接手
button-leaver-delete = 辦理刪除（{ $kind }帳號）
button-handover = 辦理移交

ask-handover-who = { $leaver } 的案件與紀錄由誰接手？請選擇同仁，或輸入其員工編號。代理會一併結束。
handover-nobody = { $leaver } 的機關目前沒有其他在職人員，請先洽資訊中心更新名冊。
handover-taken = { $leaver } 的案件與未送紀錄已由 { $successor } 接手，代理均已結束。
handover-taken-already = { $leaver } 的案件與紀錄已由 { $successor } 接手，無須再辦。
handover-what-now = 案件請用 /mine 查看，可補正、催辦或撤回；未送的紀錄會提醒您補送。
handover-unchanged = 已取消，移交未變動。
handover-not-yours = 移交須由{ $agency }的機關管理者辦理；無管理者時由機關首長，均無人時由資訊中心辦理。
handover-no-colleague = { $name } 不是該機關的在職人員，不能接手，請選擇其他同仁。
handover-back = { $name } 已回任或目前在職，無須移交。

ask-leaver-paper = 請輸入 { $leaver } 離職（調職）或申請刪除的公文文號。送出後由首長核章，再刪除帳號。
example-leaver-paper = 府人任字第1150123456號
leaver-deletion-filed = 已依公文提出刪除申請，案號 <b>{ $number }</b>，目前由{ $seat }處理。
leaver-account-closed = { $name } 的這個帳號已經刪除，無須再辦。
leaver-case-under-way = { $number } 正在辦理中，請待結案；該案如非刪除帳號，請由接手人撤回後再辦理刪除。
way-taken-over = ・移交：申請人已離職（調職），由 { $who } 接手

moved-told = 您自 { $day } 起調至{ $agency }，往後的事項依新機關辦理；在{ $former }未結的案件由該機關接手。
moved-told-account = 您自 { $day } 起調至{ $agency }。{ $former }的帳號已同時停權（要點四(四)2），未結事項由該機關接手；新職如需查調，請用 /apply 申請帳號。
seat-lost-told = 名冊自 { $day } 起不再列您為{ $roles }，該帳號已同時停權（要點四(四)2）。如有錯誤，請洽資訊中心更正名冊。

button-person-leave = 登錄離職（調職）
ask-departure = { $name } 自哪一天起不在職（離職或調職的首日）？當日起連結中斷、帳號停權，並辦理移交。
departure-done = 已登錄 { $name } 自 { $day } 起不在職：連結已中斷、帳號已停權，移交事項如另一則訊息。
departure-planned = 已登錄 { $name } 自 { $day } 起不在職，當日自動停權並通知您辦理移交。
departure-not-recorded = 已取消，未登錄離職。
departure-too-far = { $day } 離今天超過一年，請確認年份後再輸入。
departure-oneself = 您不能登錄自己離職，請由機關首長或資訊中心承辦人以 /people 辦理。
departure-known = { $name } 已登錄自 { $day } 起不在職；日期有誤時，請洽資訊中心於名冊更正。
