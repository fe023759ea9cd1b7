"""The topics of `newscli help`, for readers at the keyboard."""

from __future__ import annotations

FORMATS = """
출력 꼴

  --format table   사람이 읽는 표. 화면의 기본입니다.
  --format tsv     한 줄에 기록 하나, 탭으로 나눕니다. 파이프의 기본입니다.
                   머리줄이 없고, 줄이지 않으며, 글 속의 탭과 줄바꿈은 빈칸이
                   됩니다.
  --format csv     머리줄이 있는 CSV.
  --format json    JSON 문서 하나. --json으로 줄여 씁니다. schema에 꼴의
                   이름과 판이 있습니다.
  --format ndjson  한 줄에 JSON 하나.
  --format ids     다른 명령에 넘길 번호나 이름만.

  tsv와 csv의 칸
  search    id date date_basis kind section headline source url score
            snippet also follower
  list      id date date_basis kind section headline source url lead
  weather   date station sky temperature provider source sources stale same_as
  entities  name kind articles mentions roles aliases first last
  quotes    article date speaker text headline

  date_basis  stated    적힌 날짜
              inferred  글에서 추정한 날짜
              page      쪽을 받은 날. 발행일이 아닙니다.
  also        같은 기사가 실린 다른 곳의 번호들
  follower    찾은 말을 다 갖추지는 못했으나 거의 맞아 뒤따르는 기사(true).
              total과 --count에 들지 않습니다. ids에도 끝에 섭니다.
  빠진 값은 tsv와 csv에서 빈칸, JSON에서 null입니다.
  JSON의 자리(highlights, mentions)는 글자 수로 세며 끝은 넣지 않습니다.
  body는 문단을 줄바꿈 하나로 이은 글에서 셉니다.

  예:
    newscli search 배달특급 --format ids | newscli show -
    newscli list --json | jq '.articles[].headline'
"""

EXIT_CODES = """
종료 코드

  0    되었거나 찾았습니다.
  1    찾은 것이 없습니다.
  2    잘못된 명령이거나, 보관소를 읽을 수 없거나, 입력 가운데 일부가
       실패했습니다.
  130  Ctrl-C로 멈추었습니다.

  읽는 쪽이 먼저 닫은 파이프(newscli list | head)는 성공입니다.
  -q를 붙이면 알림 없이 종료 코드로만 답합니다.
"""

ENVIRONMENT = """
환경 변수

  NEWSCLI_DB      보관소 파일. --db가 앞섭니다.
  NEWSCLI_CONFIG  설정 파일의 자리.
  NEWSCLI_COLOR   auto, always, never. --color가 앞섭니다.
  NEWSCLI_PAGER   긴 출력을 볼 프로그램. 없으면 PAGER나 less -FRX를 씁니다.
  NEWSCLI_DEBUG   1이면 예상하지 못한 오류의 자세한 내용을 보입니다.
  NO_COLOR        비어 있지 않으면 색을 쓰지 않습니다.
  FORCE_COLOR     비어 있지 않으면 파이프에도 색을 씁니다.
                  NO_COLOR가 앞섭니다.
  COLUMNS         화면의 너비.

  설정 파일은 TOML이고, db, color, pager를 적을 수 있습니다.
    db = "~/뉴스/archive.db"
    color = "auto"

  지금 값과 그 출처: newscli config
"""

QUERY = """
찾는 말

  배달특급              이 말이 든 기사. 조사가 붙은 꼴도 찾습니다.
  소상공인 지원         두 말이 모두 든 기사. 따옴표로 묶지 않아도 됩니다.
                        '소상공인 AND 지원'도 같습니다.
  시장 -융자            융자가 든 기사는 뺍니다. '시장 NOT 융자'도 같습니다.
  수달 OR 등대          둘 가운데 하나라도 든 기사. '수달 | 등대'도 같습니다.
  시장 near 축제        두 말이 40자 안에 함께 있는 기사.
  12㎝                  단위까지 맞는 기사. 12cm로 적힌 것도 찾습니다.
  wi*                   wi로 시작하는 영문이나 숫자. 한글은 *가 없어도 낱말
                        속까지 찾습니다.

  셸이 뜻을 두는 글자는 작은따옴표로 감쌉니다.
  '"소상공인 지원"'     띄어쓰기까지 적힌 그대로.
  '(수달 OR 눈) 가람'   괄호로 묶습니다.
  '시장 -"옛 장터"'     이대로 적힌 기사는 뺍니다.

  제목:배달특급         제목에서만 찾습니다.           headline:
  분야:사회             그 분야에서만.                 section:
  기자:한별             그 기자의 기사만.              by:
  사람:김가온           그 사람이 나오는 기사만.       person:
  기관:가람시의회       그 기관이 나오는 기사만.       org:
  곳:가람시             그곳이 나오는 기사만.          place:
  날짜:2025-07          그 기간의 기사만.              date:
  부터:2025-01          그날부터.                      since:
  까지:어제             그날까지.                      until:

  사람, 기관, 곳의 이름은 끝까지 적습니다. 그런 이름이 없으면 줄여 부르는
  말로 찾습니다. --entity, newscli entity와 같습니다.
  값에 빈칸이 있으면 따옴표로 묶습니다: '기관:"가람시 의회"'

  한 글자도 찾습니다. 모두 든 기사가 없으면 가장 가까운 기사를 보이고
  그렇다고 알립니다. 여섯 낱말이 넘거나 물음표로 끝나는 글은 질문으로 읽어
  가장 가까운 기사부터 보입니다.

  적은 대로는 없을 때
  李明漢                이명한으로도 찾습니다. 한글은 한자로도.
  ㅂㄷㅌㄱ              초성이 같은 말(배달특급)을 권합니다.
  qoekfxmrrmq           한글 자판으로 친 말(배달특급)을 권합니다.
  배달특금              비슷한 말(배달특급)을 권합니다.

  여러 곳에 실린 같은 기사는 하나로 보이고 '외 2곳'처럼 셉니다.
  모두 따로 보려면 --all-copies를 씁니다.
  물음을 어떻게 읽었는지는 --explain이 알려 줍니다.
"""

TOPICS = {
    "query": QUERY,
    "formats": FORMATS,
    "exit-codes": EXIT_CODES,
    "environment": ENVIRONMENT,
}
