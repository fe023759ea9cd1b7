"""Cases written after the rules, in other manners: their scores, with the tagger's own mentions.

Before any rule was changed for them, the second sets gave roles .789/.664, linking .957/.571,
quotations .867/.867 (precision/recall), the third .893/.859, .981/.864, .973/.959, the fourth
.945/.897, .977/.955, .911/.911, the fifth .784/.719, .976/.759, .877/.869. The sixth gave roles
.790/.721 and quotations .852/.821 (written with the fifth), the seventh roles
.946/.869, linking .967/1.000, quotations .984/.969. The eighth (of towns, police and schools) gave
roles .932/.879, linking 1.000/.846, quotations .957/.941; the ninth (of business, sport, culture,
politics and the air) .817/.673, 1.000/.839, .907/.898. Of their half marked `held` no error was
read: it gave .914/.883, 1.000/.828, .966/.949 and .848/.684, 1.000/.806, .897/.881, and, once the
rules had been mended on the other half, .933/.918, 1.000/.897, .983/.983 and .857/.737, 1.000/.871,
.914/.898. The tenth, of what is most usual in local and national papers, was written after that
and gave roles .931/.931, linking .981/.836, quotations .964/.964 (.891/.882, .980/.787, .955/.955
with the rules before the eighth): what fresh text of that kind gave. The rules were then mended for
what it showed, so that what it gives now, 1.000/1.000, .982/.918, 1.000/1.000, says nothing of
fresh text. The eleventh (of business, sport, culture and politics, by a writer who had seen no
rule) gave roles .871/.706, linking 1.000/.843, quotations .876/.856 with the tagger before, and
.884/.699, 1.000/.843, .907/.886 with the one after, before any rule was changed for it. It was read
whole while rules were mended for it: what it gives now, .993/.940, 1.000/.963, .977/.970, says
nothing of fresh text either. The twelfth (towns, police, schools, farms, some courts, business and
sport) was written by another who had seen no rule. It gave roles .942/.832, linking 1.000/.879,
quotations .951/.918 with the tagger and the rules before the eleventh was read, and, of that
writer's 248 sentences of local news, mentions of F1 73.5; with those after it .963/.845,
1.000/.879, .958/.925 and 78.8. Only these totals were looked at: nobody has read its errors, and
none of its texts while rules were mended. The thirteenth, by two more writers who had seen no rule
(90 texts for links, more varied than before), gave roles .946/.843, linking .977/.722, quotations
.928/.928: with the twelfth .957/.845, .986/.775, .947/.926 of 238, 271 and 230. Its first, third, …
cases were then read and rules mended for them; the others, which nobody has read, went from
.972/.758 to .973/.791 (linking) and stayed at .971/.872 (roles) and .896/.896
(quotations).

The fourteenth and the fifteenth were written by six more writers, in the mix of real papers, the
fourteenth with many rare surnames. Before any rule was changed for them they gave roles .803/.656
and .904/.785, linking .968/.646 and .989/.673, quotations .870/.833 and .901/.872: fresh text is
harder than the older sets say. Half of the fourteenth and three fifths of the fifteenth were then
read, in two rounds; of what nobody has read, the fourteenth went from .750/.616, .977/.597 and
.853/.832 to .825/.714, .981/.734 and .898/.891, and the fifteenth, after the first round, which had
not seen it, .906/.845, .990/.702 and .927/.920 (all of it), after the second, of its unread part,
.921/.838, 1.000/.782 and .970/.970. An independent reader mended their labels where they broke a
custom of ours, without seeing the program. Since then the labels of all sets give a person the post
that an appointment gives, 새 대표에 김가온 씨를 임명했다, as all writers who had seen no rule did;
26 labels of older sets were changed for it and for heads of towns.

The sixteenth, by three more writers who had seen no rule, with surnames as in life, gave roles
.919/.906 of 213, linking 1.000/.918 of 122 and quotations .958/.950 of 119. Half of its roles were
then read, and what they showed most often was mended: a house named with the first of two people,
누리협회 김가온 회장과 이여울 국장. The other half went from .905/.888 to .924/.907. Two labels of
older sets that left such a house out were changed. Its links and quotations have not been read.
Where a label broke the custom of the other sets it was mended after the first measure.

The seventeenth and the eighteenth are the hardest: their six writers, who had seen no rule, wrote
case by case after the constructions of real local and national pages, with other words and names.
Before any rule was changed for them they gave roles .889/.709 of 556 and .860/.708 of 482, linking
.986/.723 of 202 and .964/.667 of 201, quotations .896/.872 of 188 and .887/.882 of 178. Of the
seventeenth, half was read, of its roles three quarters; of the eighteenth, half of the roles. What
nobody has read went from .956/.750 to .941/.778 (roles of the seventeenth, 144), from .841/.689 to
.856/.748 (roles of the eighteenth, 238), from 1.000/.684 to 1.000/.695 and .964/.667 to .979/.697
(links), from .901/.872 to .912/.883 and not from .887/.882 (quotations). Positions in a sport are
no roles, as in all sets. Both were then read whole.

The nineteenth, by two more writers in the same manner, gave roles .863/.773 of 441, linking
.972/.865 of 163 and quotations .947/.929 of 267 before any rule was changed for it, after its
writers' own pages; the twentieth, of roles alone (371) and on other topics, .893/.763. While the
seventeenth, the eighteenth and half of the nineteenth were read, the unread half of its roles went
from .868/.788 to .905/.829, the twentieth from .893/.763 to .900/.779, and, when half of that had
been read, its other half from .882/.751 to .879/.767: much of what fresh text asks is rare. Then
all roles were read; the links and quotations of the nineteenth have not been. By the custom of all
writers since the first sets a paper in a byline is its reporter's, (누리=가람뉴스) 김가온 기자, and
학생 alone is no role; six labels of older sets were changed for these two and for one house that a
row shares.

The twenty-first, by two more writers in the same manner, is of what the others have little of:
business, science, hospitals, churches and temples, the arts, Koreans abroad. Before any rule was
changed for it it gave roles .826/.709 of 742, linking .960/.820 of 266, quotations .897/.897 of
380. Its first, third, … cases were then read, and other constructions of the same topics tried:
the cases that nobody has read went from .848/.717 to .868/.772 (roles), and stayed at .964/.843
(links) and .895/.895 (quotations). One label, 前, was changed to the 전 of all sets. Then another
reader, who knew the customs and no rule, judged what was wrong of the unread half: 2 of 132 answers
in roles were the labels' fault and 8 a matter of taste, none and 2 of 40 in quotations. He told the
constructions without a word of the texts, with examples of his own, and rules were made of those.

The twenty-second, by one more writer in the same manner, is of what local papers have most of:
towns and councils, police, schools, farms, festivals, sport, appointments. Before any rule was
changed for it it gave roles .939/.855 of 414, linking .972/.783 of 180 and quotations .910/.897 of
214; with the rules made of the twenty-first's constructions .937/.860, .972/.783 and .910/.897:
nothing of those carried over. A tagger that has learnt from the other sets too gave .943/.886 and
.986/.800. Its first, third, … quotations were then read, two rules made, and all of them gave
.920/.911. One label of the sixth set was changed by the custom for heads of towns.

The twenty-third was written for the tagger to learn from, by eleven writers who had seen no rule:
2,390 texts with names alone (`mentions`), 805 with roles, 180 with quotations. Its roles are harder
than a paper's, with names that end as josa do, its quotations half of interviews. They gave roles
.867/.706 and quotations .903/.892, and were read whole while rules were made. Where a label broke a
custom of the older sets it was mended first; three labels of the second, the seventh and the ninth
set were mended too: a calling, a law firm and an appointment that had been left out.

The twenty-fourth, by two more writers, is as ordinary papers are. Before any rule was changed for
it it gave roles .923/.868 of 304, links .993/.833 of 180 and quotations .935/.922 of 346. Its roles
were read, the rest was not: the tagger that has learnt from the twenty-third too gives links
1.000/.833 and quotations .959/.945. The writers of the twenty-fifth had been told the customs too:
roles .946/.921 of 305 and quotations .972/.954 of 326 with tagger and rules as they were before the
twenty-third. Half of the roles were read, and of the other half a judge told in general terms which
constructions came out wrong: .963/.951 now, .955/.961 in that half. Of the quotations, which nobody
has read, .978/.960. The twenty-sixth, roles alone and by one more writer, gave .937/.915 of 259
before and .952/.923 after; nobody has read it.

The twenty-seventh was written for the tagger by fifteen more writers: 3,520 texts with names alone,
840 with roles, 200 with quotations. Its roles ask for callings of every sort, and for houses that
no list knows; they gave .899/.754 of 427 and .952/.730 of 488 before any rule (.904/.827 of 480
more after the first of them), its quotations .950/.936 of 326. All were read. The twenty-eighth, by
two more, gave roles .946/.854 of 410 and quotations .916/.905 of 327 before any of the day's rules;
half of it was read. Now .958/.898 and .935/.930, and in the half that nobody has read .953/.885 and
.956/.944. What nobody had read of older sets gives roles .949/.901 (twenty-second), .955/.961 (half
of the twenty-fifth) and .960/.934 (twenty-sixth), links .986/.811 (twenty-second) and 1.000/.828
(twenty-fourth), quotations .897/.889 (half of the twenty-second), .971/.960 (twenty-fourth) and
.988/.969 (twenty-fifth). Four labels of the first, the fourth and the sixth set were changed by the
custom of the newest: 국밥집 주인, 빵집 주인, 바둑 기사 and 택배 기사 are roles.

The twenty-ninth was written for the tagger by seven more writers: 2,300 texts with people, houses
and places marked (`names`), half of them of places and of houses that no list tells. The thirtieth,
by six more, who had been told the customs, as frequent as life in one part and with many traps in
another, gave roles .924/.881 of 385, links .970/.692 of 1,168 (.955/.667 and .984/.720) and
quotations .897/.861 of 1,309 (.897/.861, .870/.823, .923/.897) before any rule was changed for it.
It then showed which older rules bring anything on text that nobody has seen: some 55 functions went
that brought nothing there. Its first, third, … roles and links of the first part and quotations of
the first two were read. In what nobody has read, roles went from .910/.863 to .913/.897, links from
.987/.675 to .995/.724 (with labelled mentions from .780 to .885 of 573), quotations from .916/.883
to .946/.923. Labels of the second, tenth and twenty-third were changed by the newest custom, 내정
gives a post and 시 is the town named before, and two of the third and fourth for callings said
whole.

The thirty-first, by three more writers, as frequent as life, gave roles .919/.786 of 518, links
.987/.783 of 387 and quotations .909/.883 of 418 before any rule was changed for it. Its first,
third, … cases were then read, with what had not been read of the thirtieth's first halves. In what
nobody has read, roles stayed at .930/.812, links went from .980/.765 to .981/.811 and quotations
from .903/.880 to .918/.900. The thirty-second, 940 texts with people, houses and places marked
(`names`), was written for the tagger by three more; one that learnt from it too was no better on
the other sets, so it is kept apart.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

_DATA = Path(__file__).parents[1] / "data"
_FLOORS = json.loads((_DATA / "floors.json").read_text(encoding="utf-8"))["fresh"]


@pytest.mark.parametrize("name", sorted(_FLOORS))
def test_a_fresh_set_keeps_its_score(scores: Any, name: str) -> None:
    total, misses = scores.score(name, scores.as_tagged)
    assert total.precision >= _FLOORS[name]["precision"], misses
    assert total.recall >= _FLOORS[name]["recall"], misses


def test_every_set_of_fresh_cases_has_a_floor() -> None:
    found = {path.stem for path in (_DATA / "entities").glob("*.*.jsonl")}
    assert found == set(_FLOORS)
