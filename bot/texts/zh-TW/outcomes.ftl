# 結案時告知申請人：改變了什麼、接著要做什麼

changed-opened = ・帳號已開設，可以使用。
changed-no-items = ・帳號目前沒有查調項目；貴機關取得查調項目後，請用 /apply 申請「查調項目權限（附表二）」。
changed-duty-officer = ・{ $month }的使用紀錄請於 { $due } 以前用 /record 送出，往後按月辦理，無使用也要送（要點四(五)3）。
changed-duty-administrator = ・{ $month }的使用情形請於 { $due } 以前用 /audit 稽核並提報核閱，往後按月辦理（要點八(一)1）。
changed-altered = ・帳號已依申請異動：{ $what }
changed-closed-officer = ・帳號已刪除，查調項目一併移除。{ $month }的使用紀錄仍請於 { $due } 以前用 /record 送出（要點四(五)3）。
changed-closed-administrator = ・機關管理者帳號已刪除。
changed-granted = ・已開設查調項目，可以使用：{ $items }
changed-removed = ・已移除查調項目：{ $items }
changed-password = ・e政府公務帳號密碼請於 { $due } 以前變更（要點七，自 { $since } 起算，至少每三個月變更一次）；變更後請用 /password 登錄日期。
changed-agency-granted = ・貴機關現可使用：{ $items }
changed-in-part = { $item }（僅獲部分核准：{ $part }）
changed-agency-refused = ・未獲核准：{ $items }
changed-agency-next = ・業務承辦者自即日起可用 /apply 的「查調項目權限（附表二）」申請上列項目，經首長核章後由您開設。
changed-agency-removed = ・貴機關已停用：{ $items }
changed-agency-kept = ・貴機關其他業務仍在使用，承辦者權限不變：{ $items }
changed-agency-tasks = ・尚有 { $count } 位業務承辦者持有停用的項目，請用 /desk 逐一收回，並登錄移除日期備查。
changed-agency-no-tasks = ・沒有業務承辦者持有這些項目，無須再辦。
