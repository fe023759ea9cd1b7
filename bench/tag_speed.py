"""How fast names are found on one core, and how soon the first answer comes: one table.

    nice python bench/tag_speed.py [--seconds 2]

The input is composed here of invented text: sentences one a call, whole articles one a call.
Speeds count the seconds that the process had the core, so that a busy machine changes them little;
the first answer is given both so and by the clock.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time

_SENTENCES = (
    "가람시(시장 한도윤)는 지난 4일 시민회관에서 마을 기록가 서른 명을 위촉했다고 밝혔다.",
    "누리군 새말리에 사는 백아람(62) 씨는 오는 12월까지 골목의 이야기를 모은다.",
    "한도윤 가람시장은 “기록은 마을의 힘”이라며 “누구나 꺼내 볼 수 있게 하겠다”고 말했다.",
    "지난해에는 12개 동에서 사진 1천400여 장이 모였고, 올해는 두 배가 넘을 것으로 시는 내다봤다.",
    "도담대학교 해솔연구소와 ㈜모아로 등 5곳이 오후 3시 협약을 맺었다.",
    "참여를 바라는 주민은 동 행정복지센터에 신청하면 된다.",
)
_FIRST = (
    "import time; began = time.perf_counter(), time.process_time(); from archive import tag; "
    f"tag({_SENTENCES[0]!r}); "
    "print(time.perf_counter() - began[0], time.process_time() - began[1])"
)


def speed(texts: list[str], seconds: float) -> float:
    """Megabytes of UTF-8 tagged a second, the best of the rounds that fit in `seconds`."""
    from archive import tag

    size = sum(len(text.encode()) for text in texts) / 1e6
    best, stop = 0.0, time.perf_counter() + seconds
    while time.perf_counter() < stop:
        began = time.process_time()
        for text in texts:
            tag(text)
        best = max(best, size / (time.process_time() - began))
    return best


def first_answer() -> tuple[float, float]:
    """Seconds from the import to the first mentions in a fresh process, by the clock and on the
    core, the least of five.
    """
    command = [sys.executable, "-c", _FIRST]
    runs = [
        subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
        for _ in range(5)
    ]
    return min(float(clock) for clock, _ in runs), min(float(core) for _, core in runs)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=2.0)
    seconds = parser.parse_args().seconds
    sentences = [_SENTENCES[at % 6] for at in range(200)]
    articles = ["\n".join(sentences[at : at + 12]) for at in range(0, 200, 12)]
    clock, core = first_answer()
    print(f"{'first answer, clock':24}{clock * 1000:8.0f} ms")
    print(f"{'first answer, core':24}{core * 1000:8.0f} ms")
    print(f"{'sentences, one a call':24}{speed(sentences, seconds):8.2f} MB/s")
    print(f"{'articles, one a call':24}{speed(articles, seconds):8.2f} MB/s")


if __name__ == "__main__":
    main()
