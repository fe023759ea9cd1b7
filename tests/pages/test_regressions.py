"""What once was read wrong, named for what broke; most were seen on real pages."""

from __future__ import annotations

from archive.model import Article, Page
from archive.pages import parse_page

ONE = "온새군이 다음 달 1일부터 아침 배를 두 번 더 띄운다고 밝혔다."
TWO = "섬 주민들은 병원 가는 길이 한결 나아졌다며 반겼다."
TOP = "2025.07.08 (화)\n\n  • 맑음서울 1.0℃\n  • 흐림대전 1.0℃\n  • 비대구 1.0℃\n기상청 제공\n\n"
CUT = "도담구가 홀로 사는 어르신 집을 찾아 보일러를 살폈다. 봉사단이 사흘 동안 골목을 돌"


def _read(text: str) -> tuple[Page, Article]:
    page = parse_page(text)
    assert page.article is not None
    return page, page.article


def test_a_photograph_without_prose_takes_no_banner_for_its_body() -> None:
    page, article = _read(f"{TOP}포토\n\n눈 덮인 다솔산\n\n산을 오르는 사람들의 줄\n\n배너\n배너\n")
    assert article.section == "포토"
    assert article.captions == ("산을 오르는 사람들의 줄",)
    assert article.body == ()
    assert page.furniture[-2:] == ("배너", "배너")


def test_a_headline_repeated_below_a_blank_line_is_no_caption() -> None:
    _, article = _read(f"{TOP}농정\n\n봄꽃\n\n봄꽃\n- 둔치에 메밀\n\n{ONE}\n\n{TWO}\n")
    assert (article.section, article.headline) == ("농정", "봄꽃")
    assert article.subheads == ("- 둔치에 메밀",)
    assert article.captions == ()


def test_share_lines_are_no_subheads() -> None:
    _, article = _read(
        "온새항 뱃길 하루 여섯 번으로\n기자명 이하람 기자\n입력 2024.02.12 10:02\n"
        "페이스북(으)로 기사보내기\n"
        f"글자크기설정\n인쇄하기\nAD\n\n{ONE}\n\n{TWO}\n"
    )
    assert article.subheads == ()
    assert article.byline == ("이하람",)


def test_a_town_before_the_reporter_is_no_name() -> None:
    _, article = _read(
        f"[온새투데이ㅣ가람 이하람 기자] {ONE}\n\n{TWO}\n\n온새 이하람 기자 a@example.invalid\n"
    )
    assert article.byline == ("이하람",)


def test_a_mail_in_brackets_behind_a_name_is_a_byline_and_behind_a_paper_is_not() -> None:
    assert _read(f"{ONE}\n\n{TWO}\n\n온새방송 이하람 (a@example.invalid)\n")[1].byline == (
        "이하람",
    )
    assert _read(f"{ONE}\n\n{TWO}\n\n온새투데이(a@example.invalid)\n")[1].byline == ()


def test_a_menu_of_bullets_is_no_head() -> None:
    _, article = _read(
        "온새투데이\n로그인\n\n    뉴스\n\n  • 정치\n  • 경제\n  • 사회\n지역>지역일반\n기사사진\n"
        f"온새항 뱃길 하루 여섯 번으로\n\n{ONE}\n\n{TWO}\n"
    )
    assert article.headline == "온새항 뱃길 하루 여섯 번으로"
    assert article.subheads == ()


def test_numbers_without_a_station_are_no_weather() -> None:
    page, article = _read(f"72℉\n68℉\n4℃\n온새항 뱃길\n\n{ONE}\n\n{TWO}\n")
    assert page.weather is None
    assert article.headline == "온새항 뱃길"


def test_prose_that_speaks_of_copyright_does_not_end_the_article() -> None:
    three = "이 게시물은 저작권 교육에 쓰이며 고객센터 누리집에서도 볼 수 있다고 온새군은 전했다."
    assert _read(f"{ONE}\n\n{three}\n\n{TWO}\n")[1].body == (ONE, three, TWO)


def test_a_heading_inside_the_body_is_no_caption() -> None:
    text = f"온새항 뱃길\n\n{ONE}\n\n▶ 뱃삯은 얼마나\n\n{TWO}\n"
    assert _read(text)[1].body == (ONE, "▶ 뱃삯은 얼마나", TWO)


def test_a_list_of_marked_lines_below_the_headline_is_subheads() -> None:
    _, article = _read(
        f"온새항 뱃길\n\n◇ 아침 배 두 번 더\n◇ 뱃삯은 그대로\n\n◇온새항 전경.\n\n{ONE}\n\n{TWO}\n"
    )
    assert article.subheads == ("◇ 아침 배 두 번 더", "◇ 뱃삯은 그대로")
    assert article.captions == ("◇온새항 전경.",)


def test_more_without_a_label_ends_the_article() -> None:
    page, article = _read(
        f"온새항 뱃길\n\n{ONE}\n\n{TWO}\n\n\n\n더보기\n도담구 문풍지 봉사단\n{CUT}\n"
    )
    assert article.body == (ONE, TWO)
    assert [(one.section, one.headline) for one in page.teasers] == [(None, "도담구 문풍지 봉사단")]


def test_a_masthead_below_the_head_is_no_body() -> None:
    _, article = _read(
        "온새항 뱃길\n\n2024.02.12 10:02:03\n스팸방지\n\n발행인 : 이하람 | 등록번호 : 온새\n"
    )
    assert article.body == ()
    assert article.published == "2024-02-12"


def test_questions_and_answers_are_body() -> None:
    _, article = _read(f"“골목이 곧 역사”\n\nQ. 왜 골목인가.\n\nA. 골목에 사람이 산다.\n\n{ONE}\n")
    assert article.body == ("Q. 왜 골목인가.", "A. 골목에 사람이 산다.", ONE)


def test_a_cut_article_is_not_complete() -> None:
    assert not _read(f"온새항 뱃길\n\n{ONE}\n\n{CUT}\n")[1].complete
    assert _read(f"온새항 뱃길\n\n{ONE}\n\n{TWO}\n")[1].complete


def test_a_note_inside_the_body_does_not_end_it() -> None:
    text = f"온새항 뱃길\n\n{ONE}\n\n※ 시간표는 누리집에\n\n{TWO}\n\n※ 문의 온새군 해양과\n"
    page, article = _read(text)
    assert article.body[0] == ONE
    assert article.body[-1] == TWO
    assert page.furniture[-1] == "※ 문의 온새군 해양과"


def test_a_day_that_heads_a_part_of_the_body_is_not_the_articles() -> None:
    text = f"온새항 백 년\n\n{ONE}\n\n1924.03.01\n\n{TWO}\n\n2024년 3월 1일\n\n{ONE}\n"
    _, article = _read(text)
    assert article.published is None
    assert "1924.03.01" in article.body


def test_a_date_with_its_weekday_below_the_headline_is_the_articles() -> None:
    page, article = _read(f"온새항 뱃길\n\n2024.03.01 (금) 10:20\n\n{ONE}\n\n{TWO}\n")
    assert page.page_date is None
    assert (article.published, article.published_basis) == ("2024-03-01", "stated")


def test_beginnings_that_each_open_with_a_byline_are_a_list_even_if_some_are_whole() -> None:
    page = parse_page("".join(f"온새투데이 이하람 기자 | {ONE} {TWO}\n" for _ in range(3)))
    assert page.article is None
    assert len(page.teasers) == 3


def test_a_boards_headline_stands_above_its_author_line() -> None:
    _, article = _read(
        "본문 바로가기 사이드메뉴 바로가기\n\n온새군\n\n온새항 뱃길 하루 여섯 번으로\n\n"
        f"작성자 이*람 작성일 2005.12.27 조회수2262\n\n아침 배 두 번 더\n\n{ONE}\n\n{TWO}\n"
    )
    assert article.headline == "온새항 뱃길 하루 여섯 번으로"
    assert article.subheads == ("아침 배 두 번 더",)
    assert article.published == "2005-12-27"


def test_a_question_to_the_caster_is_no_byline() -> None:
    _, article = _read(
        f"온새항 날씨\n\n<앵커>\n{ONE}\n이하람 캐스터, 날씨 어떤가요?\n<캐스터>\n{TWO}\n"
    )
    assert article.byline == ()
    assert "이하람 캐스터, 날씨 어떤가요?" in article.body
