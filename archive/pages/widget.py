"""The weather widget at the top of a page: its lines, and what each one reads."""

from __future__ import annotations

import re
from typing import NamedTuple

from archive.model import Reading

from .lines import Line
from .shapes import is_prose
from .vocabulary import words_of

# Sky words of the national weather service's icons. The vocabulary is open: the station is matched
# from the right and any Hangul left over before it is the sky.
SKIES = (
    "구름많고 비/눈|구름많고 소나기|구름많고 비|구름많고 눈|흐리고 비/눈|흐리고 비|"
    "흐리고 눈|흐리고 소나기|천둥번개|구름많음|구름조금|구름 많음|구름 조금|소낙눈|"
    "진눈깨비|소나기|약한비|강한비|빗방울|눈날림|비/눈|눈/비|이슬비|가랑비|황사|연무|"
    "박무|안개|맑음|흐림|우박|뇌우|실비|번개|비|눈"
)

# Stations of the widgets seen in the wild (16, 30 and 90 of them), the longer name first where one
# ends in another (북강릉, 강릉).
STATIONS = frozenset(
    words_of("""
    속초 철원 동두천 파주 대관령 춘천 백령도 북강릉 강릉 동해 서울 인천 원주 울릉도 수원 영월
    충주 서산 울진 청주 대전 추풍령 안동 상주 포항 군산 대구 전주 울산 창원 광주 부산 통영 목포
    여수 흑산도 완도 고창 순천 홍성 제주 고산 성산 서귀포 진주 강화 양평 이천 인제 홍천 태백
    정선군 제천 보은 천안 보령 부여 금산 세종 부안 임실 정읍 남원 장수 고창군 영광군 김해시
    순창군 북창원 양산시 보성군 강진군 장흥 해남 고흥 의령군 함양군 광양시 진도군 봉화 영주
    문경 청송군 영덕 의성 구미 영천 경주시 거창 합천 밀양 산청 거제 남해 북부산 독도 강진 경주
    김해 고흥군 세종시
""")
)

_SKY = re.compile(rf"(?:{SKIES})")
_NUMBER = r"(?P<t>[-−–]?\d{1,3}(?:\.\d+)?)?"
_UNIT = r"\s?(?:℃|°C|º|°|도씨)"
# `구름많음동두천 27.7℃`, `비전주16.4℃`, `-거제 -0.6℃`, `맑음고창 ℃`, `맑음-0.1℃`
_GLUED = re.compile(rf"(?P<words>[^\d℃°º]*?)\s*{_NUMBER}{_UNIT}$")
# `동두천 14.7℃ 미세먼지 보통 흐림`
_DUST = re.compile(
    rf"(?P<station>[^\d\s℃°º]+)\s*{_NUMBER}{_UNIT}\s+(?:초?미세먼지|오존)\s*\S*\s*(?P<sky>\D{{0,12}})$"
)
_BARE_STATION = re.compile(rf"(?P<sky>{SKIES}|-)(?P<station>[가-힣()]{{2,8}})$")
_HUMIDITY = re.compile(r"(?:습도|강수확률|풍속|체감)\s*[\d.]+\s*(?:%|m/s|㎧|º|℃|도)?$")
_PROVIDER = re.compile(r"(?P<who>[가-힣]{2,10})\s?제공$")
_UNREADABLE = re.compile(r"[-−–]?\d{1,3}(?:\.\d)?\s?(?:℉|°F|℃|º)$")

_LONGEST = 45  # `• 구름많음동두천 27.7℃ 미세먼지 아주나쁨 구름많음` and room to spare


class Widget(NamedTuple):
    """Where a widget stands (indices of lines) and what it reads."""

    readings: tuple[tuple[int, Reading], ...]
    extras: tuple[int, ...]
    provider: tuple[int, str] | None


def find_widget(lines: list[Line], text: str) -> Widget | None:
    """The first run of readings, if it comes before the prose of the page.

    A body may talk of ℃ and 기상청 too, so a run counts only where its lines are nothing else than
    readings: three of them, or fewer with the provider's line behind.
    """
    if "℃" not in text and "º" not in text and "°" not in text:
        return None
    for start, line in enumerate(lines):
        if is_prose(line.text):
            return None
        if reading_of(line):
            run = _run(lines, start)
            if run is not None:
                return run
    return None


def reading_of(line: Line) -> Reading | None:
    """What one line of a widget reads, or None where it is something else."""
    words = line.words
    if len(words) > _LONGEST:
        return None
    dust = _DUST.match(words)
    if dust:
        return Reading(dust["sky"].strip() or None, dust["station"], _degrees(dust["t"]))
    glued = _GLUED.match(words)
    if glued:
        sky, station = _sky_and_station(glued["words"].strip(), bullet=line.bullet)
        degrees = _degrees(glued["t"])
        if station or (sky and line.bullet):
            return Reading(sky, station, degrees)
    return None


def _run(lines: list[Line], start: int) -> Widget | None:
    readings: list[tuple[int, Reading]] = []
    extras: list[int] = []
    at = start
    while at < len(lines) and (at == start or lines[at].gap <= 2):
        reading = reading_of(lines[at]) or (_numberless(lines[at]) if readings else None)
        if reading:
            readings.append((at, reading))
        elif readings and _HUMIDITY.match(lines[at].words):
            extras.append(at)
        else:
            break
        at += 1
    provider = _provider(lines, at)
    if len(readings) >= 3 or (readings and provider):
        return Widget(tuple(readings), tuple(extras), provider)
    return None


def _numberless(line: Line) -> Reading | None:
    """A reading whose number is missing altogether (`맑음고창`), known by its station."""
    found = _BARE_STATION.match(line.words) if line.bullet else None
    if found and found["station"] in STATIONS:
        return Reading(found["sky"], found["station"], None)
    return None


def _provider(lines: list[Line], at: int) -> tuple[int, str] | None:
    if at < len(lines) and len(lines[at].text) <= 16:
        found = _PROVIDER.match(lines[at].words)
        if found:
            return at, found["who"]
    return None


def _sky_and_station(words: str, *, bullet: bool) -> tuple[str | None, str | None]:
    if not words:
        return None, None
    if words in STATIONS:
        return None, words
    if words[0] in "-–" and words[1:].strip():
        return "-", words[1:].strip()
    sky = _SKY.match(words)
    if sky:
        return sky[0], words[sky.end() :].strip() or None
    return _unknown_sky(words, bullet=bullet)


def _unknown_sky(words: str, *, bullet: bool) -> tuple[str | None, str | None]:
    """A sky word that no list has, before a station that one has; else a station alone."""
    for size in (5, 4, 3, 2):
        station = words[-size:]
        if len(words) > size and station in STATIONS:
            return words[:-size].strip() or None, station
    plain = words.replace("(", "").replace(")", "")
    known = bullet and 2 <= len(words) <= 8 and plain.isalpha()
    return None, words if known else None


def _degrees(number: str | None) -> float | None:
    return float(number.replace("−", "-").replace("–", "-")) if number else None
