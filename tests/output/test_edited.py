"""What a person wrote in the output folder is theirs: never replaced, never removed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from akmplan.output import Outcome, publish

from .faults import held_open
from .folders import LIST, batch_of, build, everything_in, hidden_in, papers_in, put

LETTER = "q1/letter.docx"
BESIDE = "q1/letter (yangi).docx"
NEXT_BESIDE = "q1/letter (yangi 2).docx"
BY_HAND = b"1, and a word by hand"


def edited(folder: Path) -> None:
    build(folder, {LETTER: b"1"})
    put(folder, LETTER, BY_HAND)


@pytest.mark.parametrize("full", [True, False])
def test_a_letter_changed_by_hand_stays_and_the_new_one_lies_beside_it(
    tmp_path: Path, full: bool
) -> None:
    edited(tmp_path)
    for _ in range(3):
        outcome = build(tmp_path, {LETTER: b"2"}, full=full)
        assert outcome.edited == ((LETTER, BESIDE),)
        assert (outcome.written, outcome.removed, outcome.kept) == ((), (), ())
        assert (outcome.place_of(LETTER), outcome.beside) == (BESIDE, (BESIDE,))
        assert papers_in(tmp_path) == {LETTER: BY_HAND, BESIDE: b"2"}


def test_nothing_new_to_say_nothing_written(tmp_path: Path) -> None:
    edited(tmp_path)
    outcome = build(tmp_path, {LETTER: b"1"})
    assert outcome.edited == ((LETTER, None),)
    assert outcome.place_of(LETTER) == LETTER
    assert papers_in(tmp_path) == {LETTER: BY_HAND}


def test_a_persons_own_file_that_has_a_documents_name_stays(tmp_path: Path) -> None:
    put(tmp_path, LETTER, b"mine")
    assert build(tmp_path, {LETTER: b"1"}).edited == ((LETTER, BESIDE),)
    assert build(tmp_path, {LETTER: b"1"}).edited == ((LETTER, BESIDE),)
    assert papers_in(tmp_path) == {LETTER: b"mine", BESIDE: b"1"}
    os.unlink(tmp_path / BESIDE)
    assert build(tmp_path, {LETTER: b"1"}).edited == ((LETTER, None),)
    assert papers_in(tmp_path) == {LETTER: b"mine"}
    assert build(tmp_path, {LETTER: b"2"}).edited == ((LETTER, BESIDE),)
    assert papers_in(tmp_path) == {LETTER: b"mine", BESIDE: b"2"}


def test_the_file_beside_follows_what_is_new(tmp_path: Path) -> None:
    edited(tmp_path)
    build(tmp_path, {LETTER: b"2"})
    build(tmp_path, {LETTER: b"3"})
    assert papers_in(tmp_path) == {LETTER: BY_HAND, BESIDE: b"3"}


def test_deleted_the_file_beside_returns_only_with_other_content(tmp_path: Path) -> None:
    edited(tmp_path)
    build(tmp_path, {LETTER: b"2"})
    os.unlink(tmp_path / BESIDE)
    assert build(tmp_path, {LETTER: b"2"}).edited == ((LETTER, None),)
    assert papers_in(tmp_path) == {LETTER: BY_HAND}
    assert build(tmp_path, {LETTER: b"3"}).edited == ((LETTER, BESIDE),)


def test_where_the_figures_are_again_what_the_letter_was_written_from_it_goes(
    tmp_path: Path,
) -> None:
    edited(tmp_path)
    build(tmp_path, {LETTER: b"2"})
    outcome = build(tmp_path, {LETTER: b"1"})
    assert (outcome.edited, outcome.removed) == (((LETTER, None),), (BESIDE,))
    assert papers_in(tmp_path) == {LETTER: BY_HAND}
    assert build(tmp_path, {LETTER: b"2"}).edited == ((LETTER, BESIDE),)


def test_one_that_a_person_went_on_with_is_theirs(tmp_path: Path) -> None:
    edited(tmp_path)
    build(tmp_path, {LETTER: b"2"})
    put(tmp_path, BESIDE, b"2, by hand")
    assert build(tmp_path, {LETTER: b"2"}).edited == ((LETTER, None),)
    assert papers_in(tmp_path) == {LETTER: BY_HAND, BESIDE: b"2, by hand"}
    assert build(tmp_path, {LETTER: b"3"}).edited == ((LETTER, NEXT_BESIDE),)
    assert papers_in(tmp_path) == {LETTER: BY_HAND, BESIDE: b"2, by hand", NEXT_BESIDE: b"3"}


def test_taken_over_by_a_person_it_needs_nothing_beside(tmp_path: Path) -> None:
    """The new one renamed over the old one."""
    edited(tmp_path)
    build(tmp_path, {LETTER: b"2"})
    os.replace(tmp_path / BESIDE, tmp_path / LETTER)
    outcome = build(tmp_path, {LETTER: b"2"})
    assert (outcome.edited, outcome.written) == ((), (LETTER,))
    assert everything_in(tmp_path).keys() == {LIST, LETTER}
    assert build(tmp_path, {LETTER: b"3"}).written == (LETTER,)


def test_the_edited_one_deleted_the_new_one_takes_its_place(tmp_path: Path) -> None:
    edited(tmp_path)
    build(tmp_path, {LETTER: b"2"})
    os.unlink(tmp_path / LETTER)
    outcome = build(tmp_path, {LETTER: b"2"})
    assert (outcome.written, outcome.removed) == ((LETTER,), (BESIDE,))
    assert everything_in(tmp_path).keys() == {LIST, LETTER}


def test_one_put_back_as_it_was_written_is_ours_again(tmp_path: Path) -> None:
    edited(tmp_path)
    build(tmp_path, {LETTER: b"2"})
    put(tmp_path, LETTER, b"1")
    outcome = build(tmp_path, {LETTER: b"2"})
    assert (outcome.written, outcome.removed) == ((LETTER,), (BESIDE,))


def test_an_edited_letter_that_is_built_no_more_is_kept_and_what_was_beside_it_goes(
    tmp_path: Path,
) -> None:
    edited(tmp_path)
    build(tmp_path, {LETTER: b"2"})
    outcome = build(tmp_path, {"plan.docx": b"1"})
    assert (outcome.kept, outcome.removed) == ((LETTER,), (BESIDE,))
    assert build(tmp_path, {LETTER: b"2"}).edited == ((LETTER, BESIDE),)
    assert papers_in(tmp_path) == {LETTER: BY_HAND, BESIDE: b"2"}


def test_bytes_that_also_lie_among_the_input_are_not_lost(tmp_path: Path) -> None:
    output, source = tmp_path / "output", tmp_path / "input"
    name = "kamchiliklar.xlsx"

    def build_with_input(content: bytes) -> Outcome:
        return publish(output, [batch_of({name: content})], originals=source)

    build_with_input(b"1")
    put(output, name, b"1, with reasons")
    assert build_with_input(b"2").edited == ((name, "kamchiliklar (yangi).xlsx"),)
    put(source, "dropped/reasons.xlsx", b"1, with reasons")
    outcome = build_with_input(b"3")
    assert (outcome.written, outcome.removed) == ((name,), ("kamchiliklar (yangi).xlsx",))
    assert papers_in(output) == {name: b"3"}


def test_where_the_lists_are_lost_it_is_known_by_its_bytes(tmp_path: Path) -> None:
    edited(tmp_path)
    build(tmp_path, {LETTER: b"2"})
    for name in hidden_in(tmp_path):
        os.unlink(tmp_path / name)
    assert build(tmp_path, {LETTER: b"2"}).edited == ((LETTER, BESIDE),)
    assert build(tmp_path, {LETTER: b"3"}).edited == ((LETTER, BESIDE),)
    assert papers_in(tmp_path) == {LETTER: BY_HAND, BESIDE: b"3"}


def test_many_that_people_went_on_with_stop_no_build(tmp_path: Path) -> None:
    edited(tmp_path)
    for number in range(2, 14):
        outcome = build(tmp_path, {LETTER: b"%d" % number})
        ((_, beside),) = outcome.edited
        assert beside is not None
        put(tmp_path, beside, b"by hand too, %d" % number)
    assert len(papers_in(tmp_path)) == 13


def test_builds_of_other_documents_name_it_too(tmp_path: Path) -> None:
    edited(tmp_path)
    build(tmp_path, {LETTER: b"2"})
    assert build(tmp_path, {"plan.docx": b"1"}, full=False).beside == (BESIDE,)
    assert publish(tmp_path, [batch_of({"a.docx": b"1"}, "2027")]).beside == (BESIDE,)
    os.unlink(tmp_path / BESIDE)
    assert publish(tmp_path, [batch_of({"a.docx": b"1"}, "2027")]).beside == ()


def test_a_letter_that_itself_lies_below_the_input_is_no_copy_of_itself(tmp_path: Path) -> None:
    """As where the input folder has a period's name and the output folder is the one above it."""
    for content in (b"1", b"2"):
        publish(tmp_path, [batch_of({LETTER: content})], originals=tmp_path / "q1")
        put(tmp_path, LETTER, BY_HAND)
    assert papers_in(tmp_path) == {LETTER: BY_HAND, BESIDE: b"2"}


def test_an_edited_letter_that_is_also_open(tmp_path: Path) -> None:
    edited(tmp_path)
    with held_open(tmp_path / LETTER):
        assert build(tmp_path, {LETTER: b"2"}).edited == ((LETTER, BESIDE),)
    assert papers_in(tmp_path) == {LETTER: BY_HAND, BESIDE: b"2"}


def test_the_file_beside_it_held_open_the_next_name_serves(tmp_path: Path) -> None:
    edited(tmp_path)
    build(tmp_path, {LETTER: b"2"})
    with held_open(tmp_path / BESIDE):
        assert build(tmp_path, {LETTER: b"3"}).edited == ((LETTER, NEXT_BESIDE),)
    assert build(tmp_path, {LETTER: b"3"}).edited == ((LETTER, NEXT_BESIDE),)
    assert papers_in(tmp_path) == {LETTER: BY_HAND, NEXT_BESIDE: b"3"}


def test_edited_between_an_interrupted_run_and_the_next_it_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path, {"a.docx": b"1", LETTER: b"1"})
    real = os.replace

    def replace(source: Path, target: Path) -> None:
        if Path(target) == tmp_path / LETTER:
            raise KeyboardInterrupt
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", replace)
        with pytest.raises(KeyboardInterrupt):
            build(tmp_path, {"a.docx": b"2", LETTER: b"2"})
    put(tmp_path, LETTER, BY_HAND)
    put(tmp_path, "a.docx", b"2, by hand")
    outcome = build(tmp_path, {"a.docx": b"2", LETTER: b"2"})
    assert outcome.edited == (("a.docx", None), (LETTER, BESIDE))
    assert papers_in(tmp_path) == {"a.docx": b"2, by hand", LETTER: BY_HAND, BESIDE: b"2"}


def test_a_quiet_folder_has_nothing_to_remember_but_the_list(tmp_path: Path) -> None:
    edited(tmp_path)
    build(tmp_path, {LETTER: b"2"})
    assert hidden_in(tmp_path) == [".akmplan-boshqa.json", LIST]
    put(tmp_path, LETTER, b"2")
    build(tmp_path, {LETTER: b"2"})
    assert hidden_in(tmp_path) == [LIST]
