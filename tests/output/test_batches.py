"""Several years in one folder: what one year's documents are never touches another's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from akmplan.output import Batch, output_folder, publish
from akmplan.output.disk import sha256_of

from .folders import LIST, batch_of, build, everything_in, hidden_in, papers_in, put

OLD_YEAR = {"ish-reja-2026.docx": b"p6", "umumiy-holat.html": b"h6", "2026-yil/a.docx": b"a6"}
NEW_YEAR = {"ish-reja-2027.docx": b"p7", "umumiy-holat.html": b"h7"}
OLD_YEAR_IN_JANUARY = {
    "ish-reja-2026.docx": b"p6",
    "umumiy-holat-2026.html": b"h6",
    "2026-yil/a.docx": b"a6",
}


def test_another_year_s_documents_stay(tmp_path: Path) -> None:
    publish(tmp_path, [batch_of(OLD_YEAR)])
    outcome = publish(tmp_path, [batch_of({"ish-reja-2027.docx": b"p7"}, "2027")])
    assert outcome.removed == ()
    assert papers_in(tmp_path) == {**OLD_YEAR, "ish-reja-2027.docx": b"p7"}
    assert publish(tmp_path, [batch_of({}, "2027")]).removed == ("ish-reja-2027.docx",)
    assert papers_in(tmp_path) == OLD_YEAR


def test_when_the_year_turns_the_plain_name_is_the_new_year_s(tmp_path: Path) -> None:
    publish(tmp_path, [batch_of(OLD_YEAR)])
    both = [batch_of(NEW_YEAR, "2027"), batch_of(OLD_YEAR_IN_JANUARY)]
    outcome = publish(tmp_path, both)
    assert (outcome.removed, outcome.edited) == ((), ())
    assert papers_in(tmp_path) == {**NEW_YEAR, **OLD_YEAR_IN_JANUARY}
    again = publish(tmp_path, both)
    assert (again.removed, len(again.unchanged)) == ((), 5)
    assert hidden_in(tmp_path) == [LIST]


def test_a_name_taken_over_is_stale_for_neither_year(tmp_path: Path) -> None:
    publish(tmp_path, [batch_of(OLD_YEAR)])
    publish(tmp_path, [batch_of(NEW_YEAR, "2027")])
    outcome = publish(tmp_path, [batch_of(OLD_YEAR_IN_JANUARY)])
    assert outcome.removed == ()
    assert papers_in(tmp_path) == {**NEW_YEAR, **OLD_YEAR_IN_JANUARY}


def test_one_year_may_remove_nothing_while_the_other_does(tmp_path: Path) -> None:
    publish(tmp_path, [batch_of(OLD_YEAR), batch_of({"2027-01/b.docx": b"b"}, "2027")])
    outcome = publish(tmp_path, [batch_of({}, removes=False), batch_of({}, "2027")])
    assert outcome.removed == ("2027-01/b.docx",)
    assert outcome.withheld == tuple(sorted(OLD_YEAR))
    assert papers_in(tmp_path) == OLD_YEAR


def test_two_batches_cannot_have_one_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="two documents under one name"):
        publish(tmp_path, [batch_of({"a.docx": b"1"}), batch_of({"a.docx": b"1"}, "2027")])


def test_what_is_about_to_happen_is_known_before_it_does(tmp_path: Path) -> None:
    publish(tmp_path, [batch_of({**OLD_YEAR, "2026-03/c.docx": b"c", "2026-04/d.docx": b"d"})])
    put(tmp_path, "2026-yil/a.docx", b"by hand")
    put(tmp_path, "2026-04/d.docx", b"by hand")
    batch = batch_of({**OLD_YEAR, "2026-yil/a.docx": b"new"})
    with output_folder(tmp_path) as folder:
        before = everything_in(tmp_path)
        outlook = folder.outlook([batch])
        withheld = folder.outlook([Batch("2026", batch.documents, removes=False)])
        assert everything_in(tmp_path) == before
        outcome = folder.publish([batch])
    assert outlook.edited == outcome.edited == (("2026-yil/a.docx", "2026-yil/a (yangi).docx"),)
    assert outlook.outdated == ()
    assert outlook.removed == outcome.removed == ("2026-03/c.docx",)
    assert outlook.kept == outcome.kept == ("2026-04/d.docx",)
    assert (withheld.removed, withheld.kept) == ((), ())
    assert withheld.withheld == ("2026-03/c.docx", "2026-04/d.docx")


def list_of_version_1(documents: Mapping[str, bytes]) -> bytes:
    listed = {name: {"sha256": sha256_of(content)} for name, content in documents.items()}
    return json.dumps({"version": 1, "documents": listed}).encode()


def folder_of_version_1(folder: Path) -> None:
    for name, content in OLD_YEAR.items():
        put(folder, name, content)
    put(folder, LIST, list_of_version_1(OLD_YEAR))


def test_after_the_upgrade_nothing_is_removed_or_doubled(tmp_path: Path) -> None:
    folder_of_version_1(tmp_path)
    newly_made = {
        name: content + b" as the new version has it" for name, content in OLD_YEAR.items()
    }
    outcome = build(tmp_path, newly_made)
    assert (outcome.removed, outcome.edited, outcome.kept) == ((), (), ())
    assert papers_in(tmp_path) == newly_made
    assert hidden_in(tmp_path) == [LIST]


def test_after_the_upgrade_a_new_year_leaves_the_old_one(tmp_path: Path) -> None:
    folder_of_version_1(tmp_path)
    outcome = publish(tmp_path, [batch_of(NEW_YEAR, "2027")])
    assert (outcome.removed, outcome.edited) == ((), ())
    assert papers_in(tmp_path) == {**OLD_YEAR, **NEW_YEAR}


def test_after_the_upgrade_stale_papers_of_the_year_go_and_edited_ones_stay(tmp_path: Path) -> None:
    folder_of_version_1(tmp_path)
    put(tmp_path, "umumiy-holat.html", b"by hand")
    outcome = build(tmp_path, {"ish-reja-2026.docx": b"p6"})
    assert (outcome.removed, outcome.kept) == (("2026-yil/a.docx",), ("umumiy-holat.html",))


def test_after_the_upgrade_what_stood_beside_an_open_document_is_still_ours(tmp_path: Path) -> None:
    folder_of_version_1(tmp_path)
    put(tmp_path, "2026-yil/a (yangi).docx", b"a7")
    put(tmp_path, LIST, list_of_version_1({**OLD_YEAR, "2026-yil/a.docx": b"a7"}))
    further = {
        "2026-yil/a.docx": {"sha256": [sha256_of(b"a6")]},
        "2026-yil/a (yangi).docx": {
            "sha256": [sha256_of(b"a7")],
            "instead_of": "2026-yil/a.docx",
        },
    }
    content = json.dumps({"version": 1, "documents": further}).encode()
    put(tmp_path, ".akmplan-boshqa.json", content)
    outcome = build(tmp_path, {**OLD_YEAR, "2026-yil/a.docx": b"a7"})
    assert outcome.removed == ("2026-yil/a (yangi).docx",)
    assert papers_in(tmp_path) == {**OLD_YEAR, "2026-yil/a.docx": b"a7"}


def test_a_stage_that_the_older_version_left_is_finished(tmp_path: Path) -> None:
    folder_of_version_1(tmp_path)
    stage = json.loads(list_of_version_1({"ish-reja-2026.docx": b"p7", "2026-yil/a.docx": b"a6"}))
    stage |= {"full": True, "staged": {"ish-reja-2026.docx": "0000"}}
    put(tmp_path, ".yangi/0000", b"p7")
    put(tmp_path, ".yangi/royxat.json", json.dumps(stage).encode())
    with output_folder(tmp_path):
        pass
    assert papers_in(tmp_path) == {"ish-reja-2026.docx": b"p7", "2026-yil/a.docx": b"a6"}
    assert hidden_in(tmp_path) == [LIST]
