"""A small city as the files of a roster, and ways to say it a little differently."""

from collections.abc import Mapping, Sequence

from bot.rules.roster import Sheet

Record = dict[str, str]
Files = dict[str, list[Record]]


def city() -> Files:
    """The Information Center, the Dept. of Labor, one bureau and one district office, all with somebody in them."""
    return {
        "agencies": _records(
            "code,name,kind,head_signs_annex3",
            "IC,資訊中心,information_center,0",
            "LB,勞動局,labour,0",
            "SA,社會局,using,1",
            "FX,復興區公所,district,",
        ),
        "delegations": _records("district,authority,business", "FX,SA,社會救助"),
        "items": _records(
            "code,name,programme,subject", "LI-01,投保資料,勞工保險,person", "LI-06,投保單位資料,勞工保險,unit"
        ),
        "people": _records(
            "staff_no,name,title,agency,roles,egov_account,certificate_on,left_on,locale",
            "S001,林局長,局長,SA,head,,,,",
            "S002,陳管理,專員,SA,administrator;officer,chen02,115/01/05,,",
            "S003,王承辦,科員,SA,officer,wang03,2026-01-06,,en",
            "L001,張審核,股長,LB,reviewer,,,,",
            "I001,李操作,技士,IC,operator,,,,",
        ),
        "agency_items": _records(
            "agency,item,legal_basis,business", "SA,LI-01,社會救助法第44條之3,", "SA,LI-06,社會救助法第44條之3,社會救助"
        ),
        "accounts": _records(
            "staff_no,kind,opened_on,password_changed_on,items",
            "S002,administrator,2026-01-10,115/10/01,",
            "S003,officer,2026-02-01,,LI-01;LI-06",
        ),
    }


def sheets(files: Mapping[str, Sequence[Record]]) -> dict[str, Sheet]:
    return {name: Sheet.of(f"{name}.csv", records) for name, records in files.items()}


def record(files: Files, file: str, key: str) -> Record:
    """The row whose first cell is this."""
    return next(each for each in files[file] if next(iter(each.values())) == key)


def alter(files: Files, file: str, key: str, **cells: str) -> None:
    record(files, file, key).update(cells)


def _records(header: str, *rows: str) -> list[Record]:
    return [dict(zip(header.split(","), row.split(","), strict=True)) for row in rows]
