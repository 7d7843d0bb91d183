"""One running stack per test: the release binaries on the repository's own template, in a state folder of its own."""

import pytest

from stack import Stack


@pytest.fixture
def start_stack(tmp_path):
    """Starts stacks on one state folder; whatever still runs is ended after the test."""
    stacks = []

    def start(region="us-east-1", **parameters):
        stack = Stack(tmp_path / "my state ü", region, **parameters)
        stacks.append(stack)
        return stack

    yield start
    for stack in stacks:
        stack.stop()


@pytest.fixture
def stack(start_stack):
    return start_stack()
