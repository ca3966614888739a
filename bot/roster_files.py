"""The roster as files: a folder of CSVs or a workbook as plain rows, and an empty workbook that explains itself."""

import csv
import io
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import date, datetime, time
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from bot.rules.roster import Column, Fault, File, RosterRefused, Sheet
from bot.rules.roster.files import FILES

WORKBOOKS = (".xlsx", ".xlsm")
NAMES = frozenset(each.name for each in FILES)
BOLD = Font(bold=True)
WRAPPED = Alignment(wrap_text=True, vertical="top")
AS_TEXT = "@"  # as text a spreadsheet leaves ROC dates and leading zeros alone
Say = Callable[[str], str]


def read(path: Path) -> Mapping[str, Sheet]:
    """The sheets by file name; what is not of a roster is named only. Raises RosterRefused when there is nothing."""
    if path.is_dir():
        sheets = {each.stem.strip().lower(): _csv(each) for each in sorted(path.iterdir()) if _is_csv(each)}
    elif path.is_file() and path.suffix.lower() in WORKBOOKS:
        sheets = _workbook(path)
    else:
        raise RosterRefused([Fault(path.name, 0, "", "roster-not-a-roster")])
    if not NAMES & sheets.keys():
        raise RosterRefused([Fault(path.name, 0, "", "roster-nothing-found", {"names": tuple(sorted(NAMES))})])
    return sheets


def _is_csv(path: Path) -> bool:
    return path.suffix.lower() == ".csv" and path.is_file()


def _csv(path: Path) -> Sheet:
    if path.stem.strip().lower() not in NAMES:
        return Sheet(path.name)
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Sheet(path.name, unreadable="roster-is-big5" if _is_big5(raw) else "roster-not-utf8")
    try:
        return Sheet(path.name, tuple(csv.reader(io.StringIO(text, newline=""), strict=True)))
    except csv.Error:
        return Sheet(path.name, unreadable="roster-not-a-csv")


def _is_big5(raw: bytes) -> bool:
    try:
        raw.decode("cp950")
    except UnicodeDecodeError:
        return False
    return True


def _workbook(path: Path) -> dict[str, Sheet]:
    """Values as they were last calculated. What is no workbook fails in many ways, none of which is of interest."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with closing(load_workbook(path, read_only=True, data_only=True)) as book:
                return {each.title.strip().lower(): _sheet(each) for each in book.worksheets}
        except Exception:
            raise RosterRefused([Fault(path.name, 0, "", "roster-not-a-workbook")]) from None


def _sheet(sheet: Worksheet) -> Sheet:
    if sheet.title.strip().lower() not in NAMES:
        return Sheet(sheet.title)
    rows = tuple(tuple(_cell(value) for value in row) for row in sheet.iter_rows(values_only=True))
    return Sheet(sheet.title, rows)


def _cell(value: object) -> str:
    """What a person sees in the cell: a day without its midnight, a number without `.0`, a tick as 1."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def write_template(path: Path, say: Say) -> None:
    """A workbook with one sheet per file, every column explained in a comment and on a sheet of its own."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for file in FILES:
        _headed(book.create_sheet(file.name), file, say)
    _explained(book.create_sheet(say("roster-notes")), say)
    book.save(path)


def _headed(sheet: Worksheet, file: File, say: Say) -> None:
    sheet.freeze_panes = "A2"
    for place, column in enumerate(file.columns, start=1):
        head = sheet.cell(row=1, column=place, value=column.name)
        head.font = BOLD
        head.comment = Comment(say(_key(file, column)), "", width=320, height=140)
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = max(14, len(column.name) + 4)
        sheet.column_dimensions[letter].number_format = AS_TEXT
        if column.options:
            choice = DataValidation("list", formula1=f'"{",".join(column.options)}"', allow_blank=not column.filled)
            choice.add(f"{letter}2:{letter}5000")
            sheet.add_data_validation(choice)


def _explained(sheet: Worksheet, say: Say) -> None:
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABC", (16, 22, 90), strict=True):
        sheet.column_dimensions[letter].width = width
    for row, cells in enumerate(_notes(say), start=1):
        for place, text in enumerate(cells, start=1):
            cell = sheet.cell(row=row, column=place, value=text)
            cell.alignment = WRAPPED
            if row == 1 or not cells[1]:
                cell.font = BOLD


def _notes(say: Say) -> Iterator[tuple[str, str, str]]:
    yield say("roster-notes-sheet"), say("roster-notes-column"), say("roster-notes-meaning")
    for file in FILES:
        yield file.name, "", say(_name(f"roster-file-{file.name}"))
        yield from ((file.name, column.name, say(_key(file, column))) for column in file.columns)


def _key(file: File, column: Column) -> str:
    return _name(f"roster-column-{file.name}-{column.name}")


def _name(text: str) -> str:
    return text.replace("_", "-")
