"""Point 4(3)2: the agency's own rules on the use of the system, signed by its head, taken note of by the authority."""

from ..fields import Field, QuestionType, Shape, Source, When
from ..people import Copies, Of, Role
from .kind import BUSINESS, CARRY_OUT, JUDGE, SPEED, Kind, Step, Verdict

KIND = Kind(
    code="usage_rules",
    series="A3",
    annex=1,
    clause="4.3.2",
    filed_by=Role.ADMINISTRATOR,
    copies=Copies.AUTHORITIES,
    fields=(
        Field(BUSINESS, QuestionType.CHOICE, "9", source=Source.BUSINESSES, unknown="not_entrusted"),
        Field("rules_name", QuestionType.TEXT, "4.3.2", limit=60),
        Field("rules_scope", QuestionType.CHOICE, "4.3.2", options=("whole", "unit")),
        Field("rules_unit", QuestionType.TEXT, "4.3.2", only={"rules_scope": frozenset({"unit"})}, limit=60),
        Field("rules_articles", QuestionType.NUMBER, "4.3.2"),
        Field("rules_on", QuestionType.DATE, "4.3.2", days=When.PAST),
        Field("rules_no", QuestionType.TEXT, "4.3.2", shape=Shape.DOCUMENT, optional=True),
        SPEED,
    ),
    gates=(),
    route=(
        Step("sign", Role.HEAD, Of.AGENCY, JUDGE, "4.3.2"),
        Step(
            "note",
            Role.REVIEWER,
            Of.AUTHORITY,
            CARRY_OUT,
            "4.2.3",
            asks={Verdict.DONE: (Field("noted_in", QuestionType.TEXT, "4.2.3", suggestions=("register",), limit=60),)},
        ),
    ),
    effects={},
)
