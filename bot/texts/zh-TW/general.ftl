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
    ・/apply 依序回答即可提出申請；送出前會列出流程、承辦人與要點依據。
    ・/mine 隨時查看案件在誰手上。
    ・需要您核示的案件會自動送到這裡，按鈕即可處理。
    ・/why 說明這一題或這一關的要點依據。
    ・請勿輸入民眾個人資料，也不收檔案。
privacy = <b>個資與資安</b>
    ・這裡只記錄申請、核章與期限，不經手民眾個人資料；身分證號等內容會被拒收並刪除。
    ・不收檔案，不問密碼，只記密碼變更日期。
    ・操作紀錄預設保存 5 年，供稽核查驗；紀錄只增不改。
language-changed = 已切換為正體中文。
why-question = 這一題的依據：
why-step = { $number } 目前在「{ $step }」，由{ $seat }處理：{ $who }。依據：
why-nothing = 本系統依下列要點辦理：
clause = <b>{ $label }</b>　{ $text }
turn-parked = 很抱歉，您 { $at } 的操作因系統問題尚未完成，也沒有任何變更。我們已留存這則訊息並通知維運人員，處理好會再回覆您；其他功能可照常使用。
outage = 本系統自 { $since } 至 { $until } 停機超過一天，期間您傳送的訊息或按鈕可能未收到，請查看 /mine，必要時再送一次。造成不便，敬請見諒。
