"""How well reprints are told from other stories: composed copies, and reports off one last.

    python bench/ingest_reprints.py [--stories 400] [--seed 1]

Each story is printed by other papers with a byline of their own, other quotation marks, sentences
edited and the end cut off; beside them stand reports off one last (prices, weather, fires,
handouts) that differ only in numbers and names, which must not be grouped. The tables tell how many
copies share a key with their story and are told by their text, how many pairs of reports are
mistaken for one story, and what an archive of it all makes of them, every page a file without date
or site: the hardest case.
"""

# ruff: noqa: E501 - Hangul counts double, and a report reads best as it is printed

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from itertools import combinations, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from archive.ingest import ingest
from archive.store.rows.sketch import same_story, sketch, telling
from bench.compose import articles
from bench.composed import Composed

Edit = Callable[[random.Random, list[str]], list[str]]


def byline(pick: random.Random, sentences: list[str]) -> list[str]:
    """The copy as another paper opens it."""
    return [f"[{pick.choice(('가람', '누리', '도담'))}=해솔타임스] {sentences[0]}", *sentences[1:]]


def cut(pick: random.Random, sentences: list[str]) -> list[str]:
    """The last third is gone."""
    del pick  # every edit is called alike
    return sentences[: max(1, len(sentences) * 2 // 3)]


def halved(pick: random.Random, sentences: list[str]) -> list[str]:
    """The second half is gone."""
    del pick
    return sentences[: (len(sentences) + 1) // 2]


def edited(pick: random.Random, sentences: list[str]) -> list[str]:
    """Two sentences are put in other words here and there."""
    chosen = pick.sample(range(len(sentences)), min(2, len(sentences)))
    return [_reworded(s) if n in chosen else s for n, s in enumerate(sentences)]


def marked(pick: random.Random, sentences: list[str]) -> list[str]:
    """Straight quotation marks."""
    del pick
    return [s.replace("“", '"').replace("”", '"') for s in sentences]


def _reworded(sentence: str) -> str:
    words = sentence.split()
    words[len(words) // 2 : len(words) // 2 + 2] = ["지난번과", "달리"]
    return " ".join(words)


COPIES: dict[str, tuple[Edit, ...]] = {
    "byline": (byline,),
    "marks": (byline, marked),
    "edited": (byline, edited),
    "cut": (byline, cut),
    "cut, edited": (byline, marked, cut, edited),
    "halved, edited": (byline, halved, edited),
}


def copy_of(pick: random.Random, story: Composed, edits: tuple[Edit, ...]) -> str:
    """The story's text after the edits, in paragraphs of two sentences."""
    sentences = [s.strip() + "." for p in story.body for s in p.split(". ")]
    sentences = [s.removesuffix("..") + "." if s.endswith("..") else s for s in sentences]
    for edit in edits:
        sentences = edit(pick, sentences)
    return "\n".join(" ".join(sentences[n : n + 2]) for n in range(0, len(sentences), 2))


# --- reports off one last ---------------------------------------------------------------------


def _prices(pick: random.Random) -> str:
    rise = f"{pick.uniform(0.1, 3):.2f}%"
    return (
        f"가람지수는 {pick.randint(1, 28)}일 전날보다 {pick.uniform(1, 60):.2f}포인트({rise}) 오른 "
        f"{pick.uniform(2400, 2900):.2f}으로 장을 마쳤다. 지수는 {pick.uniform(1, 9):.2f}포인트 오른 "
        f"{pick.uniform(2400, 2900):.2f}에서 출발해 장 내내 오름세를 이어 갔다.\n"
        f"유가증권시장에서 외국인은 {pick.randint(100, 9000)}억원어치를 사들였고, 개인과 기관은 각각 "
        f"{pick.randint(100, 9000)}억원과 {pick.randint(100, 9000)}억원어치를 팔았다. 시가총액이 큰 "
        f"종목 가운데에서는 {_name(pick)}전자가 {pick.uniform(0, 4):.2f}%, {_name(pick)}화학이 "
        f"{pick.uniform(0, 4):.2f}% 올랐고 {_name(pick)}은행은 {pick.uniform(0, 4):.2f}% 내렸다.\n"
        f"업종별로는 운송장비와 의료정밀이 올랐고 통신과 보험은 내렸다. 누리지수는 "
        f"{pick.uniform(600, 900):.2f}으로 마감했다. 서울 외환시장에서 원·달러 환율은 전날보다 "
        f"{pick.uniform(0.5, 9):.1f}원 오른 {pick.uniform(1200, 1450):.1f}원에 거래를 마쳤다. "
        "투자자들은 다음 주에 나올 물가 지표를 기다리며 관망하는 분위기였다고 증권업계는 전했다."
    )


def _forecast(pick: random.Random) -> str:
    low, high = pick.randint(-9, 12), pick.randint(13, 33)
    return (
        f"{pick.randint(1, 28)}일은 전국이 대체로 맑다가 오후부터 구름이 많아지겠다. 아침 최저기온은 "
        f"{low}도에서 {low + 6}도, 낮 최고기온은 {high}도에서 {high + 5}도로 예보됐다.\n"
        f"지역별 낮 최고기온은 가람 {high + 1}도, 누리 {high + 2}도, 도담 {high + 3}도, 미르 {high}도, "
        f"새론 {high + 4}도, 해솔 {high + 2}도 등이다. 미세먼지 농도는 모든 권역에서 "
        f"'{pick.choice(('좋음', '보통', '나쁨'))}' 수준을 보이겠다. 아침까지 내륙을 중심으로 안개가 "
        "끼는 곳이 있겠으니 교통안전에 각별히 유의해야 한다고 기상청은 당부했다.\n"
        "바다의 물결은 동해 앞바다에서 "
        f"{pick.uniform(0.5, 1):.1f}∼{pick.uniform(1, 3):.1f}m, 서해 앞바다에서 "
        f"{pick.uniform(0.5, 1):.1f}∼{pick.uniform(1, 3):.1f}m로 일겠다. 당분간 바닷물의 높이가 높은 "
        "기간이니 해안가 저지대에서는 밀물 때 침수 피해가 없도록 주의해야 한다."
    )


def _alarm(pick: random.Random) -> str:
    town, place = _name(pick), f"{_name(pick)}{pick.choice('읍면동')}"
    return (
        f"{pick.randint(1, 28)}일 오후 {pick.randint(1, 11)}시 {pick.randint(1, 59)}분께 {town}시 "
        f"{place}의 한 {pick.choice(('주택', '창고', '공장', '비닐하우스'))}에서 불이 나 "
        f"{pick.randint(20, 90)}분 만에 꺼졌다. 이 불로 건물 {pick.randint(30, 900)}㎡가 타 소방서 "
        f"추산 {pick.randint(100, 9000)}만원의 재산 피해가 났으나 인명 피해는 없었다.\n"
        f"불이 나자 소방당국은 펌프차 등 장비 {pick.randint(5, 40)}대와 인력 {pick.randint(20, 120)}명을 "
        f"보내 불을 껐다. {town}소방서는 목격자의 진술 등을 바탕으로 정확한 화재 원인과 피해 규모를 "
        "조사하고 있다. 소방서 관계자는 “건조한 날씨에 작은 불씨도 큰불로 번질 수 있으니 각별히 "
        "주의해 달라”고 말했다. 경찰도 방화 가능성을 열어 두고 주변 폐쇄회로 영상을 확보해 분석하고 "
        "있다고 밝혔다. 자세한 원인은 합동 감식 뒤에 나올 전망이다."
    )


def _notice(pick: random.Random) -> str:
    first, second, town = _name(pick), _name(pick), _name(pick)
    return (
        f"{town}군은 {pick.choice(('주민자치회', '청년회', '부녀회', '상인회'))}와 함께 {first}마을회관에서 "
        f"어르신들을 위한 나눔 행사를 열었다. 이날 행사에는 {second} {town}군수와 회원들이 참석해 직접 "
        "담근 김치와 밑반찬을 홀로 사는 어르신들의 집에 전달하며 안부를 살폈다.\n"
        f"{_name(pick)} 회장은 “작은 정성이지만 어르신들이 따뜻한 겨울을 보내는 데 보탬이 되기를 바란다”고 "
        f"말했다. {second} 군수는 “이웃을 위해 애쓰는 회원들에게 감사드린다”며 “소외되는 이웃이 없는 "
        f"{town}군을 만드는 데 힘쓰겠다”고 말했다. 한편 회원들은 해마다 {first}천 정화 활동과 꽃길 가꾸기 "
        "등 다양한 봉사 활동을 이어 가고 있다."
    )


REPORTS: dict[str, Callable[[random.Random], str]] = {
    "prices": _prices,
    "weather": _forecast,
    "fires": _alarm,
    "handouts": _notice,
}


def _name(pick: random.Random) -> str:
    return "".join(
        pick.choice("가나다라마바사아자차하고노도로모보소오조초호구누두루") for _ in "ab"
    )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--stories", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    pick = random.Random(asked.seed)  # noqa: S311 - no secret
    long_enough = (a for a in articles(asked.seed) if len(copy_of(pick, a, ()).split()) >= 90)
    stories = list(islice(long_enough, asked.stories))
    _print_copies(pick, stories)
    _print_reports(pick)
    with tempfile.TemporaryDirectory() as folder:
        _print_archive(pick, stories, Path(folder))


def _print_copies(pick: random.Random, stories: list[Composed]) -> None:
    print(f"{'copy':16s} {'pairs':>6s} {'a key':>7s} {'told':>7s}")
    for name, edits in COPIES.items():
        pairs = [(copy_of(pick, s, ()), copy_of(pick, s, edits)) for s in stories]
        keyed = sum(bool(set(sketch(one)) & set(sketch(other))) for one, other in pairs)
        told = sum(same_story(telling(one), telling(other)) for one, other in pairs)
        print(f"{name:16s} {len(pairs):6d} {keyed / len(pairs):7.3f} {told / len(pairs):7.3f}")


def _print_reports(pick: random.Random) -> None:
    print(f"\n{'report':16s} {'pairs':>6s} {'mistaken':>9s}")
    for name, report in REPORTS.items():
        texts = [telling(report(pick)) for _ in range(100)]
        pairs = list(combinations(texts, 2))
        print(f"{name:16s} {len(pairs):6d} {sum(same_story(*pair) for pair in pairs):9d}")


def _print_archive(pick: random.Random, stories: list[Composed], folder: Path) -> None:
    pages = {
        f"story{number}-{place}.txt": copy_of(pick, story, edits)
        for number, story in enumerate(stories)
        for place, edits in enumerate([(), *COPIES.values()])
    }
    pages |= {
        f"{name}-{number}.txt": report(pick)
        for name, report in REPORTS.items()
        for number in range(100)
    }
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")
    ingest(folder / "news.db", [str(folder)], entities=False)
    groups = defaultdict(list)
    with sqlite3.connect(folder / "news.db") as connection:
        for path, group in connection.execute(
            """
            SELECT min(path), reprint_group FROM articles
            JOIN appearances ON article_id = articles.id JOIN pages ON pages.id = page_id
            JOIN sources ON sources.id = source_id
            WHERE reprint_group IS NOT NULL GROUP BY articles.id
            """
        ):
            groups[group].append(Path(path).name.split("-")[0])
    mixed = sum(len(set(names)) > 1 for names in groups.values())
    reports = sum(not names[0].startswith("story") for names in groups.values())
    print(f"\n{len(stories)} stories and {100 * len(REPORTS)} reports in {len(pages)} files")
    print(f"groups {len(groups)}, of several stories {mixed}, of reports {reports}")


if __name__ == "__main__":
    main()
