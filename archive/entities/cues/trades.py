"""Callings of two words, of which the first says what somebody drives, keeps or works at:
버스 기사, 국밥집 주인; or which of them, by its name: 국밥집 가온 주인.

The second alone is none: 기사 is an article of a paper too, and 주인 who a lost bag belongs to.
"""

from __future__ import annotations

import re

_DRIVEN = (
    "버스|택시|화물차|트럭|트레일러|레미콘|크레인|굴착기|지게차|중장비|택배|배달|배송|대리|대리운전"
)
_SERVED = "설비|보일러|승강기|에어컨|정비|수리|조명|음향|영상|방송|바둑|프로"
_SHOPS = (
    "집|가게|식당|상회|카페|농장|포장마차|여관|민박|문방구|과수원|서점|음식점|편의점|문구점|철물점"
    "|제과점|안경점|양복점|정육점|책방|다방|공방|노래방|만화방|미용실|이발소|정미소|방앗간|대장간|양조장|세탁소"
)
_GOODS = "옹기|엿|생선|과일|두부|떡|채소|꽃|소금|신발|젓갈|약초|나물|고물|책"
_IN_CHARGE = (
    "현장|실무|사업|연구|안전|총괄|운영|기술|홍보|재무|공사|시공|개발|마케팅|인사|제작|품질"
    "|교육|구호|보안|물류|영업|행사"
)
_TRADE = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<role>"
    rf"[가-힣]*(?:(?:{_DRIVEN}|{_SERVED}) 기사|(?:{_SHOPS}) 주인|(?:{_GOODS}) 장수|경마 기수"
    rf"|(?:{_IN_CHARGE}) 책임자))$"
)
# 맥줏집 가온 주인; its house, or what is in it, has another.
_OF_SHOP = re.compile(
    rf"(?<![가-힣A-Za-z0-9])[가-힣]*(?:{_SHOPS}|목욕탕|사우나|펜션) "
    r"(?P<role>(?!건물|상가|주방|안|옆|앞|뒤)[가-힣A-Za-z0-9]{2,10}(?<![은는을를의]) 주인)$"
)
# 새말고속 기사; 첼로 수석, who leads those that play it; who keeps a singer's time.
_OF_CARRIER = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<role>[가-힣]{2,6}(?:고속|운수|여객|교통|통운) 기사)$"
)
_INSTRUMENTS = (
    "(?:제[12])?바이올린|비올라|첼로|더블베이스|콘트라베이스|플루트|오보에|클라리넷|바순|호른|트럼펫|트롬본|튜바"
    "|타악기?|팀파니|하프|가야금|거문고|해금|대금|소금|피리|아쟁"
)
_PRINCIPAL = re.compile(rf"(?<![가-힣A-Za-z0-9])(?P<role>(?:{_INSTRUMENTS}) 부?수석)$")
_SUNG = "명창|판소리|소리꾼|완창|북채|국악|산조|창극"
_DRUMMER = re.compile(
    rf"(?:(?:북|장단|소리북)[은는을] |(?:{_SUNG})(?s:.*)(?:[.,·…]|[과와의에은는이가을를로]|늘)\s)"
    r"(?P<role>고수)$"
)
_PATTERNS = (_TRADE, _OF_SHOP, _OF_CARRIER, _PRINCIPAL)
_ENDS = ("기사", "주인", "장수", "기수", "수석", "고수", "책임자")
_REACH = 26  # characters
_SONG_REACH = 60  # characters between what is sung and its drummer
LAST_OF_TRADES = frozenset(end[-2:] for end in _ENDS)


def trade_before(text: str, end: int, floor: int) -> re.Match[str] | None:
    """The calling of two words, as its `role`, that ends at `end` and does not begin before
    `floor`.
    """
    if not text.endswith(_ENDS, floor, end):
        return None
    begin = max(floor, end - _REACH)
    found = (pattern.search(text, begin, end) for pattern in _PATTERNS)
    trade = next((trade for trade in found if trade), None)
    return trade or _DRUMMER.search(text, max(0, end - _SONG_REACH), end)
