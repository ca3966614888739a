# 職務代理

command-deputy = 職務代理人

deputy-title = <b>職務代理人</b>
deputy-none = 目前沒有代理，也沒有已排定的代理。
deputy-line = ・{ $from } 至 { $until }
    　{ $deputy } { $capacity } { $holder }（{ $reason }，第 { $rank } 順位）
button-deputy-name = 設定代理人
button-deputy-end = 結束 { $name } 的代理（{ $day } 起）
button-deputy-end-mine = 結束代理 { $name }（{ $day } 起）
button-tomorrow = 明天 { $day }
button-earlier = 前一頁
button-more = 下一頁

ask-deputy-who = 請選擇代理人（限同機關在職人員），或輸入其員工編號。
ask-deputy-from = { $deputy } 自哪一天起代理？請點選或輸入日期。
ask-deputy-until = { $deputy } 自 { $from } 起代理，到哪一天為止（含當日）？請點選或輸入日期。
ask-deputy-capacity = { $deputy } 自 { $from } 至 { $until }，以何種名義處理？一般請選「代理」。
ask-deputy-reason = { $deputy } 自 { $from } 至 { $until } { $capacity }，事由為何？請點選或輸入，勿填健康等個人資料。
example-deputy-reason = 赴中央機關開會
deputy-reason-official_leave = 公假
deputy-reason-errand = 公差
deputy-reason-meeting = 公出
deputy-reason-leave = 請假

deputy-named = 已設定：{ $deputy } 自 { $from } 至 { $until } { $capacity } { $holder }，事由：{ $reason }，第 { $rank } 順位。期間屆滿後，未結案件自動移回；要提前結束請用 /deputy。
deputy-told-named = { $holder } 已指定您自 { $from } 至 { $until } { $capacity }，事由：{ $reason }，第 { $rank } 順位。輪由您代理時，案件會自動送到這裡；您本人的案件依規定須迴避。查看或結束請用 /deputy。
deputy-ended = 已結束：{ $deputy } { $capacity } { $holder }（原定 { $from } 至 { $until }）。未結案件已移回。
deputy-told-ended = { $by } 已結束 { $deputy } { $capacity } { $holder }（原定 { $from } 至 { $until }）。
deputy-unchanged = 已取消，代理未變動。

deputy-no-seat = 您目前的職務不需在這裡設定代理人；如有疑問，請洽貴機關管理者。
deputy-no-colleague = 名冊上沒有其他同機關在職人員可以代理，請洽貴機關管理者。
deputy-oneself = 代理人不能是您本人，請選擇其他同仁。
deputy-elsewhere = { $name } 不是貴機關人員，不能擔任代理人，請選擇同機關同仁。
deputy-left = { $name } 於 { $day } 已不在職，不能擔任代理人，請選擇其他同仁。
deputy-from-past = 起始日 { $day } 已經過了，請按「上一步」重新選擇。
deputy-until-before-from = 結束日不能早於起始日 { $day }，請重新輸入。
deputy-already = { $name } 自 { $day } 起已有代理，期間重疊。請改選其他日期，或先用 /deputy 結束原有的代理。
deputy-same-rank = { $name } 自 { $day } 起已是第 { $rank } 順位代理人，同一順位的期間不能重疊。
deputy-gone = 這項代理已經結束，請用 /deputy 查看最新狀態。
