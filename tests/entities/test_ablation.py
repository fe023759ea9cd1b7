"""The bench that leaves rules out one by one: each is really left out, and comes back."""

from __future__ import annotations

from archive.entities.missed import untagged
from bench.entity_rules import rules, without

_TEXT = "그때 새빛 스님이 왔다."


def test_a_rule_is_left_out_where_it_is_used_and_comes_back() -> None:
    (rule,) = rules(["monks.monks"])
    assert [m.text for m in untagged.untagged_people(_TEXT, ())] == ["새빛"]
    with without(rule):
        assert untagged.untagged_people(_TEXT, ()) == []
    assert [m.text for m in untagged.untagged_people(_TEXT, ())] == ["새빛"]


def test_a_rule_that_says_yes_or_no_is_left_out_both_ways() -> None:
    assert [rule.how for rule in rules(["tagger.corrections._is_led"])] == ["never", "always"]


def test_a_rule_that_changes_what_it_is_given_hands_it_back() -> None:
    (rule,) = rules(["tagger.corrections.corrected"])
    assert rule.instead(_TEXT, (1, 2)) == [1, 2]
