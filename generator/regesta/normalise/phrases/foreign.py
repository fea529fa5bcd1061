"""Months of languages that are not read, so that a refusal can say what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from regesta.normalise.phrases.context import MONTHS

_NAMES: Final = (
    "januar jänner janvier enero gennaio janeiro styczeń stycznia januari ianuarie leden ledna ocak január siječnja "
    "студзеня януари јануар јануара",
    "februar février fevrier febrero febbraio fevereiro luty lutego februari februarie únor února şubat február "
    "veljače лютага февруари фебруар фебруара",
    "märz maerz mars marzo março marzec marca maart martie březen března mart marts március ožujka сакавіка",
    "avril abril aprile kwiecień kwietnia aprilie duben dubna nisan április travnja красавіка април априла",
    "mai mayo maggio maio maj maja mei květen května mayıs május svibnja травеня",
    "juni juin junio giugno junho czerwiec czerwca iunie červen června haziran június lipnja чэрвеня юни јун јуна",
    "juli juillet julio luglio julho lipiec lipca iulie červenec července temmuz július srpnja ліпеня юли јул јула",
    "août aout agosto sierpień sierpnia augustus augusti srpen srpna ağustos augusztus kolovoza жніўня",
    "septembre septiembre setiembre settembre setembro wrzesień września septembrie září eylül szeptember rujna "
    "верасня септември септембар септембра",
    "oktober octobre octubre ottobre outubro październik października octombrie říjen října ekim október кастрычніка "
    "октомври октобар октобра",
    "novembre noviembre novembro noiembrie kasım studenoga studenog лістапада ноември новембар новембра",
    "dezember décembre decembre diciembre dicembre dezembro grudzień grudnia decembrie prosinec prosince aralık "
    "desember prosinca снежня декември децембар децембра",
)
"""January to December. Names that are of one month in one language and of another in another are left out."""

FOREIGN_MONTHS: Final[Mapping[str, str]] = {
    name: month for month, names in zip(MONTHS, _NAMES, strict=True) for name in names.split()
}
"""A name in small letters, and the month in English."""
