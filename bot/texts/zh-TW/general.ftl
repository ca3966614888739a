# 一般

stranger = 您好，這裡僅供受邀的機關同仁使用。請向貴機關管理者索取邀請連結。
nothing-asked = 目前沒有等您回答的問題。要提出申請請用 /apply，其他功能請用 /menu。
nothing-to-cancel = 目前沒有可以取消的問題。
button-unknown = 這個按鈕已經失效或不是給您的。請用 /mine 或 /desk 查看最新狀態。
nobody-answered = 無法辨識這則訊息。請用 /menu 查看可用的功能。
edit-refused = 已送出的訊息再編輯不會生效，請重新輸入一則。
file-refused = 本系統只收文字，不收檔案、圖片、影片、語音、貼圖、聯絡人或位置。文件請以公文系統傳送。
forward-refused = 本系統不收轉傳訊息，請直接輸入。
private-only = 本系統只在一對一對話中提供服務。
chat-blocked = { $name } { $title } 的對話目前無法送達（可能已封鎖本系統），請協助提醒。

menu-title = 您好，您可以使用：
menu-line = /{ $command }　{ $does }
help = <b>怎麼用</b>
help-officer = ・<b>業務承辦者</b>：/apply 提出申請，送出前會列出流程、承辦人與要點依據；/record 每月十日前送前一個月的紀錄，沒有查調送「無使用」。
help-administrator = ・<b>機關管理者</b>：案件送到時按鈕辦理，/desk 列出全部，/board 看各項進度與逾期；/audit 每月十日前稽核並提報首長；/people 查看同仁帳號、密碼期限與停權，/invite 邀請同仁；/evidence 取得本機關稽核佐證資料；/apply 也可代同仁登錄紙本申請。
help-head = ・<b>機關首長</b>：案件送到時按「核准」「退回補正」或「駁回」，/desk 列出全部，/board 看各項進度與逾期；請假時用 /deputy 設定代理人。
help-authorised = ・<b>首長授權人員</b>：稽核報告送到時請核閱，/audit 查看每月稽核；請假時用 /deputy 設定代理人。
help-reviewer = ・<b>審核人員</b>：案件送到時按鈕審核，/desk 列出全部，/board 看各項進度與逾期；/onsite 安排並登錄現場稽核，/evidence 取得佐證資料；請假時用 /deputy 設定代理人。
help-operator = ・<b>資訊中心承辦人</b>：案件送到時按鈕辦理，/desk 列出全部，/board 看各項進度與逾期；/people 與 /invite 管理各機關人員，/calendar 登錄補班、停班，/evidence 取得佐證資料。
help-everybody = ・/mine 案件在誰手上；/calendar 您的期限與放假日；/why 這一題或這個步驟的要點依據；/cancel 停止目前的問題。
    ・請勿輸入民眾個人資料，也不收檔案。
privacy = <b>個資與資安</b>
    ・<b>民眾</b>：不經手個人資料。身分證號等內容一律拒收並刪除；不收檔案，不問密碼。
    ・<b>同仁</b>：留存姓名、職稱、機關、職務、員工編號、e政府公務帳號名稱、自然人憑證日期、密碼變更日、Telegram 識別碼、您提出與核示的內容及日期時間。
    ・<b>目的</b>：辦理帳號與查調項目的申請、審核、稽核及期限提醒（要點四至九）。
    ・<b>保存</b>：預設 5 年，屆期銷毀並留下銷毀紀錄；稽核軌跡只增不改。離職或調職即取消連結。
    ・<b>查詢、更正</b>：請洽貴機關的機關管理者或資訊中心。
    ・訊息經由 Telegram 傳送，請勿輸入公務機密。
language-changed = 已切換為正體中文。
why-question = 這一題的依據：
why-step = { $number } 目前在「{ $step }」，由{ $seat }處理：{ $who }。依據：
why-nothing = 本系統依下列要點辦理：
clause = <b>要點{ $label }</b>　{ $text }
turn-parked = 很抱歉，您 { $at } 的操作因系統問題尚未完成，也沒有任何變更。我們已留存這則訊息並通知系統管理人員，處理好會再回覆您；其他功能可照常使用。
outage = 本系統自 { $since } 至 { $until } 停機超過一天，期間您傳送的訊息或按鈕可能未收到，請查看 /mine，必要時再送一次。造成不便，敬請見諒。
