# 紙本核章

decide-paper = 請登錄紙本核章
button-paper = 登錄紙本核章
button-record = 登錄

paper-title = 登錄紙本核章　<b>{ $number }</b>
ask-paper-verdict = 首長在紙本上如何核示？請依紙本登錄。
ask-paper-holder = 這份紙本由哪一位首長核章？
ask-paper-capacity = { $holder } 是本人核章，還是由他人代理、代行或代為決行？
ask-paper-signer = 由誰{ $capacity } { $holder } 核章？請點選，或輸入其員工編號。
ask-paper-reason = 紙本上的理由為何？申請人會看到，勿填民眾個人資料。
ask-paper-document = 這份紙本的公文文號為何？
ask-paper-signed-on = 紙本是哪一天核章的？請點選或輸入日期。
ask-paper-confirm = 以上登錄後不能更改，請核對紙本後按「登錄」。
example-document = 府交字第1150084422號
paper-summary = 核示：{ $verdict }
    核章：{ $signer }{ $capacity }
    文號：{ $document }
    核章日：{ $day }
paper-summary-reason = 理由：「{ $reason }」
paper-recorded = 已登錄 { $number } 的紙本核章：{ $verdict }。
paper-not-recorded = 已取消，未登錄任何紙本。

way-paper = 　（紙本 { $document }，{ $recorder }登錄）
way-paper-signed = 　（紙本 { $document }，{ $day }核章，{ $recorder }登錄）
way-recorder-too = 　（亦為紙本登錄者，無其他審核人員）
verdict-on-paper = { $verdict }（紙本 { $document }）

answer-not-a-document = 無法辨識公文文號，請輸入完整文號（發文字、號碼 8 至 12 碼），例如 府交字第1150084422號。
paper-not-yours = { $number } 目前不由您登錄紙本核章：首長已連結時由首長在此核示，否則由申請機關的機關管理者登錄；機關管理者本人的案件由審核人員登錄。
paper-holder-gone = { $name } 已不是這個步驟的首長，請按「取消」後重新登錄。
paper-signer-is-party = { $name } 是本案當事人，不能核章自己的案件。請核對紙本；如確由其核章，請洽首長指定代理人重新核章。
paper-signed-before-returned = 本案於 { $since } 退回補正，補正後的核章日 { $day } 不會早於退回日。請核對紙本後重新輸入。
paper-signed-before-year = 核章日 { $day } 已是登錄前一年以上，請核對紙本上的年份後重新輸入。
paper-signed-before-sent = 本案於 { $since } 送出，核章日 { $day } 不會早於送出日。請核對紙本後重新輸入。
paper-recorded-by-you = { $number } 的首長核章是您登錄的，須由其他審核人員審核。

# 代同仁登錄紙本申請

button-enter-paper = 代同仁登錄紙本申請
ask-enter-who = 要登錄哪一位同仁的紙本申請？請點選，或輸入其員工編號（限貴機關尚未連結的業務承辦者）。
ask-enter-nobody = 貴機關的業務承辦者都已連結，請由同仁自行以 /apply 申請。
ask-enter-kind = { $who } 的紙本是哪一種申請？
ask-enter-document = { $who } 這份紙本申請的公文文號為何？
form-title-paper = <b>{ $kind }</b>・第 { $number } 題
    登錄{ $name }的紙本（{ $document }），請依紙本填寫。
preview-paper = 紙本申請人：{ $who }　文號：{ $document }
entering-oneself = 您自己的申請請直接以 /apply 提出，不必以紙本登錄。
entering-elsewhere = { $name } 不是貴機關人員，請由其所屬機關的機關管理者登錄。
entering-no-seat = 您目前不是貴機關的機關管理者，不能代同仁登錄紙本申請。請由現任機關管理者登錄。
entering-left = { $name } 自 { $day } 起已不在職，不能代為登錄申請。
entering-no-officer = { $name } 不是業務承辦者，不能提出這類申請。如名冊有誤，請洽資訊中心更正。
entering-linked = { $name } 已連結，請由本人以 /apply 提出申請。
account-needed-first-of = { $name } 目前沒有使用中的勞保查調系統帳號，請先登錄業務承辦者帳號的申請；申請時可一併選擇查調項目。
account-suspended-of = { $name } 的帳號自 { $day } 起停權，不能申請查調項目。請先登錄帳號「復權」的申請。
case-under-way-of = { $name } 已有一件同類申請 { $number } 辦理中，請待結案或撤回後再登錄。
