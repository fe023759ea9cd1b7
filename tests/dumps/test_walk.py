"""Which files paths stand for: every one once, in one order, and a word on what is none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from archive.dumps import STDIN, find
from archive.model import Refusal


def make(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x")


def found(*paths: Path | str) -> list[str]:
    return [str(item) for item in find([str(path) for path in paths]) if isinstance(item, Path)]


def refused(*paths: Path | str) -> list[Refusal]:
    return [item for item in find([str(path) for path in paths]) if isinstance(item, Refusal)]


def test_folders_are_walked_by_name_without_hidden_files(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/2.txt", "a/10.txt", ".hidden", ".git/x", "가.txt", "c/d/e")
    names = [str(Path(path).relative_to(tmp_path)) for path in found(tmp_path)]
    assert names == ["a/10.txt", "a/2.txt", "b.txt", "c/d/e", "가.txt"]


def test_a_hidden_file_named_outright_is_meant(tmp_path: Path) -> None:
    make(tmp_path, ".hidden")
    assert found(tmp_path / ".hidden") == [str(tmp_path / ".hidden")]


def test_the_order_of_the_paths_does_not_matter_and_none_comes_twice(tmp_path: Path) -> None:
    make(tmp_path, "a/1", "a/2", "b/1")
    paths = [tmp_path / "b", tmp_path / "a", tmp_path / "a/2", tmp_path / "b"]
    assert found(*paths) == found(*reversed(paths)) == found(tmp_path)


def test_a_sibling_whose_name_begins_alike_is_no_part_of_a_folder(tmp_path: Path) -> None:
    make(tmp_path, "a/1", "ab/1")
    assert len(found(tmp_path / "a", tmp_path / "ab")) == 2


def test_links_are_followed_but_never_in_a_circle(tmp_path: Path) -> None:
    make(tmp_path, "a/1.txt", "elsewhere/2.txt")
    (tmp_path / "a/up").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "a/to").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    names = [Path(path).name for path in found(tmp_path / "a")]
    assert names == ["1.txt", "2.txt"]


def test_folders_deeper_than_pythons_stack_are_walked(tmp_path: Path) -> None:
    folder = os.open(tmp_path, os.O_RDONLY)
    for _ in range(600):  # two frames a level were too many; pytest must still clean up
        os.mkdir("d", dir_fd=folder)
        below = os.open("d", os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = below
    os.close(os.open("deep.txt", os.O_CREAT | os.O_WRONLY, dir_fd=folder))
    os.close(folder)
    assert [Path(path).name for path in found(tmp_path)] == ["deep.txt"]


def test_what_is_missing_or_leads_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    for path in (tmp_path / "gone", tmp_path / "link", "a\0b"):
        (refusal,) = refused(path)
        assert refusal.reason
    assert refused(tmp_path)[0].source == str(tmp_path / "link")


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    assert "없습니다" in refused(tmp_path)[0].reason


def test_pipes_and_devices_in_folders_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    make(tmp_path, "a.txt")
    assert [Path(path).name for path in found(tmp_path)] == ["a.txt"]
    assert refused(tmp_path)[0].source == str(tmp_path / "pipe")
    assert refused("/dev/zero")


def test_a_dash_is_standard_input_and_a_file_of_that_name_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "-")
    monkeypatch.chdir(tmp_path)
    assert list(find(["-"])) == [STDIN]
    assert found(".") == found("./-") == [str(tmp_path / "-")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    make(tmp_path, "shut/1.txt", "open/1.txt")
    (tmp_path / "shut").chmod(0)
    assert len(found(tmp_path)) == 1
    assert "권한" in refused(tmp_path)[0].reason


def test_names_that_are_no_text_can_be_shown(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    with open(folder + b"/" + "소식".encode("cp949"), "wb") as file:  # noqa: PTH123 - bytes
        file.write(b"x")
    (file_path,) = find([str(tmp_path)])
    assert isinstance(file_path, Path)
    assert file_path.read_bytes() == b"x"
