"""Builds, faults, holds and people's own work in any order: the state always comes right."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from akmplan.output import CannotWrite
from akmplan.output.lists import batches_in, content_of

from .faults import Faults, faulty_disk, held_open
from .folders import LIST, build, everything_in, hidden_in, papers_in, put, quick_place

NAMES = ["plan.docx", "q1/a.docx", "q1/b.docx", "q2/c.docx"]
SETS = st.dictionaries(st.sampled_from(NAMES), st.sampled_from([b"1", b"2", b"3"]))
STEP = st.one_of(st.just(0), st.integers(1, 80))
HELD = st.sets(st.sampled_from([*NAMES, "q1/a (yangi).docx"]), max_size=2)


class AnyCourse(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.root = quick_place()
        self.folder = self.root / "output"
        self.folder.mkdir()
        self.mine: dict[str, bytes] = {}  # what somebody laid there or changed by hand
        self.edits = 0
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(os, "fsync", lambda _: None)

    def teardown(self) -> None:
        self.patch.undo()
        shutil.rmtree(self.root)

    @rule(documents=SETS, full=st.booleans(), step=STEP, lasting=st.booleans(), held=HELD)
    def build_on_a_bad_day(
        self,
        documents: dict[str, bytes],
        full: bool,
        step: int,
        lasting: bool,
        held: set[str],
    ) -> None:
        faults = Faults(step, errno.EIO, lasting=lasting)
        targets = [self.folder / name for name in sorted(held)]
        with held_open(*targets), faulty_disk(faults), suppress(CannotWrite):
            build(self.folder, documents, full=full)

    @rule(documents=SETS)
    def build_on_a_good_day(self, documents: dict[str, bytes]) -> None:
        build(self.folder, documents)
        beside = self.new_beside_mine(documents)
        assert papers_in(self.folder) == documents | beside | self.mine
        assert set(hidden_in(self.folder)) <= {LIST, ".akmplan-boshqa.json"}
        listed = batches_in(content_of(self.folder / LIST))
        assert {name for batch in listed.values() for name in batch.documents} == documents.keys()

    @rule(documents=SETS)
    def build_single_papers_on_a_good_day(self, documents: dict[str, bytes]) -> None:
        outcome = build(self.folder, documents, full=False)
        there = papers_in(self.folder)
        assert {name: there[name] for name in outcome.written}.items() <= documents.items()
        assert {name for name, _ in outcome.edited} <= self.mine.keys()
        self.new_beside_mine(documents)

    @precondition(lambda self: self.documents_there())
    @rule(data=st.data())
    def change_by_hand(self, data: st.DataObject) -> None:
        self.lay(data.draw(st.sampled_from(self.documents_there())))

    @rule(name=st.sampled_from(["mine.txt", "q1/mine.txt", "q1/b (yangi).docx", *NAMES]))
    def lay(self, name: str) -> None:
        self.edits += 1
        self.mine[name] = f"by hand {self.edits}".encode()
        put(self.folder, name, self.mine[name])

    @precondition(lambda self: self.documents_there())
    @rule(data=st.data())
    def take_away(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(self.documents_there()))
        os.unlink(self.folder / name)
        self.mine.pop(name, None)
        with suppress(OSError):
            os.rmdir((self.folder / name).parent)

    @invariant()
    def every_document_is_whole(self) -> None:
        mine = set(self.mine.values())
        for content in papers_in(self.folder).values():
            assert content is None or content in {b"1", b"2", b"3"} | mine

    @invariant()
    def nothing_of_mine_is_lost(self) -> None:
        assert self.mine.items() <= everything_in(self.folder).items()

    def documents_there(self) -> list[str]:
        return sorted(name for name, content in papers_in(self.folder).items() if content)

    def new_beside_mine(self, documents: dict[str, bytes]) -> dict[str, bytes]:
        """The files beside what was changed by hand: each holds the new bytes of its document."""
        beside = {
            name: content
            for name, content in papers_in(self.folder).items()
            if "(yangi" in name and name not in self.mine and content is not None
        }
        for name, content in beside.items():
            document = f"{name.partition(' (yangi')[0]}.docx"
            if document in documents:
                assert (document in self.mine, content) == (True, documents[document])
        return beside


TestAnyCourse = AnyCourse.TestCase
TestAnyCourse.settings = settings(
    max_examples=80,
    stateful_step_count=16,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
