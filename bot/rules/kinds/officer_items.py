"""Point 6(1), annex 2: items of an officer with an account, signed by the head, carried out by the administrator."""

from ..fields import Field, QuestionType, Source
from ..people import Of, Role
from .kind import CARRY_OUT, JUDGE, SPEED, Change, Effect, Kind, Step

ADDING = frozenset({Change.ADD, Change.CHANGE})
REMOVING = frozenset({Change.CHANGE, Change.DELETE})

KIND = Kind(
    code="officer_items",
    series="I2",
    annex=2,
    clause="6.1",
    filed_by=Role.OFFICER,
    account="officer",
    needs_account=True,
    fields=(
        Field("change", QuestionType.CHOICE, "6.1", source=Source.ITEM_CHANGES),
        Field("items", QuestionType.SEVERAL, "6.1", source=Source.ITEMS_TO_ADD, only={"change": ADDING}),
        Field("items_removed", QuestionType.SEVERAL, "6.1", source=Source.ITEMS_HELD, only={"change": REMOVING}),
        Field("business", QuestionType.TEXT, "4.5.1", only={"change": ADDING}, limit=100),
        Field("legal_basis", QuestionType.TEXT, "4.5.2", only={"change": ADDING}, limit=200),
        Field("reason", QuestionType.TEXT, "4.5.1", limit=300),
        SPEED,
    ),
    gates=(),
    route=(
        Step("sign", Role.HEAD, Of.AGENCY, JUDGE, "6.1"),
        Step("carry_out", Role.ADMINISTRATOR, Of.AGENCY, CARRY_OUT, "4.4.1"),
    ),
    effects={
        Change.ADD: (Effect.GRANT_ITEMS,),
        Change.CHANGE: (Effect.GRANT_ITEMS, Effect.REMOVE_ITEMS),
        Change.DELETE: (Effect.REMOVE_ITEMS,),
    },
)
