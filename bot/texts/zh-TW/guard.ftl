# 不得經手的內容

guard-identity = 您的訊息含有身分證號或居留證號，已拒收並刪除，內容未留存。請改填案號、公文文號或件數，勿輸入民眾個人資料。
guard-national-id = { guard-identity }
guard-resident-id-new = { guard-identity }
guard-resident-id-old = { guard-identity }
guard-id-shape = 您的訊息有一串文字與身分證號格式相同，已拒收並刪除。若不是身分證號，請換個寫法再送一次。
guard-mobile = 您的訊息含有手機號碼，已拒收並刪除，內容未留存。請勿輸入民眾個人資料。
guard-certificate = 您的訊息含有自然人憑證序號，已拒收並刪除，內容未留存。這裡只需要上傳日期。
guard-birthday = 您的訊息含有出生日期，已拒收並刪除，內容未留存。請勿輸入個人資料。
guard-named-number = 您的訊息含有可識別個人的號碼，已拒收並刪除，內容未留存。請改填案號、公文文號或件數。
guard-unreadable = 您的訊息無法檢查，已拒收並刪除。請用一般文字重新輸入。
guard-failed = 您的訊息無法檢查，已拒收並刪除。請換個寫法再送一次。
guard-not-deleted = 含有個人資料的那則訊息，Telegram 已不讓系統刪除（超過兩天）。請您長按該訊息，自行刪除。
