"""Who is in post, and who is called to act for whom, on the day of the parameter `on`."""

from sqlalchemy import ColumnElement, Date, FromClause, and_, bindparam, or_

_ON = bindparam("on", type_=Date)


def in_post(table: FromClause) -> ColumnElement[bool]:
    return or_(table.c.left_on.is_(None), table.c.left_on > _ON)


def covers(ship: FromClause) -> ColumnElement[bool]:
    return and_(ship.c.from_day <= _ON, ship.c.to_day > _ON)
