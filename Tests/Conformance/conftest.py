"""One local stack for all of AWS's clients: it has an empty template, every test makes what it needs under new names."""

import itertools
import os

import pytest

import local_stack as stacks
from moto_server import MotoServer

for name in [name for name in os.environ if name.startswith("AWS_")]:
    del os.environ[name]
os.environ.update(AWS_CONFIG_FILE=os.devnull, AWS_SHARED_CREDENTIALS_FILE=os.devnull)

NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def local_stack(tmp_path_factory):
    """The stack; `local_stack.client("sqs")` is a boto3 client of it."""
    stack = stacks.start(tmp_path_factory.mktemp("stack"))
    yield stack
    assert stack.stop() in (0, None)


@pytest.fixture
def start_stack(tmp_path):
    """Starts stacks of a test's own on one state folder; the last is ended after the test."""
    started = []

    def start():
        started.append(stacks.LocalStack(tmp_path))
        return started[-1]

    yield start
    for stack in started:
        stack.stop()


@pytest.fixture(scope="module")
def moto():
    server = MotoServer()
    yield server
    server.stop()


@pytest.fixture
def new_name(request):
    """Makes names that no other test has: `new_name("photos")`."""
    return lambda word="test": f"{word}-{os.getpid()}-{next(NUMBERS)}"


@pytest.fixture(params=["http", "https"])
def s3(request, local_stack):
    """boto3's S3 client with default settings, once for each way to the stack."""
    return local_stack.client("s3", secure=request.param == "https")


@pytest.fixture
def bucket(local_stack, new_name):
    """A new bucket; it is emptied and deleted after the test."""
    s3 = local_stack.client("s3")
    name = new_name("bucket")
    s3.create_bucket(Bucket=name)
    yield name
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=name):
        if keys := [{"Key": entry["Key"]} for entry in page.get("Contents", [])]:
            assert "Errors" not in s3.delete_objects(Bucket=name, Delete={"Objects": keys})
    s3.delete_bucket(Bucket=name)
