"""Servers and endpoints that do not answer cost those who name them time, and nobody else."""

import json

import pytest

from picture_server import PictureServer
from receiver import Receiver
from test_worker_jobs import RENDITIONS

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
NETWORKS = "public,127.0.0.1"


@pytest.fixture
def web():
    server = PictureServer()
    yield server
    server.stop()


@pytest.fixture
def receiver():
    endpoint = Receiver()
    yield endpoint
    endpoint.stop()


def send(stack, jobs):
    """Puts jobs into the queue, ten in one call, so that they are there together."""
    sqs = stack.client("sqs")
    url = sqs.get_queue_url(QueueName="rtp-request-queue")["QueueUrl"]
    entries = [{"Id": str(number), "MessageBody": json.dumps(job)} for number, job in enumerate(jobs)]
    for first in range(0, len(entries), 10):
        assert "Failed" not in sqs.send_message_batch(QueueUrl=url, Entries=entries[first:first + 10])


def job(name, url, **notify):
    return {"requestId": name, "source": {"url": url}, "renditions": RENDITIONS[:1], "notify": notify}


def test_a_job_is_done_while_others_wait_for_a_server_that_hangs(start_stack, web):
    stack = start_stack(SourceAddresses=NETWORKS)
    hanging = [job(f"slow-{number}", f"{web.url}/hanging.jpg?{number}") for number in range(4)]
    send(stack, hanging + [job("innocent", f"{web.url}/photo.jpg")])
    assert stack.follow("innocent")["status"] == "processed"
    assert [stack.record(slow["requestId"])["status"] for slow in hanging] == ["preprocessing"] * 4
    assert stack.attempts("innocent", "preprocess") == 1


def test_mails_and_last_events_do_not_wait_for_webhooks_that_hang(start_stack, web, receiver):
    stack = start_stack(SourceAddresses=NETWORKS, WebhookAddresses=NETWORKS, WebhookSecrets=SECRET)
    owners = [f"owner-{number}@example.com" for number in range(24)]
    send(stack, [
        job(f"slow-{number}", f"{web.url}/photo.jpg", email=owner, webhook=f"{receiver.url}/hanging")
        for number, owner in enumerate(owners)
    ])
    stack.wait_until(lambda: len(stack.mails()) == len(owners))
    assert receiver.requests == []
    assert {mail["Destination"]["ToAddresses"][0] for mail in stack.mails()} == set(owners)
    for number in range(len(owners)):
        assert stack.follow(f"slow-{number}")["status"] == "processed"
    receiver.ended.set()
