"""A stage that dies of a request again and again: the request fails, and whoever waits for it is told."""

import json

import pytest

import pictures
from picture_server import PictureServer
from receiver import Receiver

RENDITIONS = [{"name": "small", "width": 300, "format": "webp"}]
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
RECEIVES = 5


@pytest.fixture
def receiver():
    endpoint = Receiver()
    yield endpoint
    endpoint.stop()


@pytest.fixture
def web():
    server = PictureServer()
    yield server
    server.stop()


@pytest.fixture
def stack(start_stack):
    networks = "public,127.0.0.1"
    return start_stack(SourceAddresses=networks, WebhookAddresses=networks, WebhookSecrets=SECRET)


def send(stack, url, receiver):
    job = {
        "requestId": "dead-1",
        "source": {"url": url},
        "renditions": RENDITIONS,
        "preset": "gallery",
        "notify": {"webhook": receiver.url, "email": "owner@example.com"},
        "attributes": {"region": "usa"},
    }
    sqs = stack.client("sqs")
    sqs.send_message(QueueUrl=sqs.get_queue_url(QueueName="rtp-request-queue")["QueueUrl"], MessageBody=json.dumps(job))


def kill_at_work(stack, function, stage):
    """Kills the function at each of its attempts, until its queue gives the message up."""
    for attempt in range(1, RECEIVES + 1):
        stack.wait_until(lambda: stack.attempts("dead-1", stage) == attempt, 120)
        assert stack.kill_function(function)
        stack.advance_clock(seconds=721)


def region_events(stack):
    sqs = stack.client("sqs")
    url = sqs.get_queue_url(QueueName="rtp-events-usa-queue")["QueueUrl"]
    found = []
    while messages := sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, VisibilityTimeout=60).get("Messages"):
        found += [json.loads(message["Body"])["type"].rsplit(".", 1)[1] for message in messages]
    return found


def expect_that_all_are_told(stack, receiver, stage):
    stack.wait_until(lambda: stack.record("dead-1")["status"] == "failed" and stack.queue_depth("rtp-request-dlq") == 0)
    stack.wait_until(lambda: len(stack.record("dead-1")["notifications"]) == 2)
    stack.wait_until(lambda: "failed" in region_events(stack))
    record = stack.record("dead-1")
    assert (record["failure"]["code"], record["failure"]["stage"]) == ("dead_letter", stage)
    assert {told["channel"]: told["status"] for told in record["notifications"]} == {"email": "sent", "webhook": "sent"}
    (mail,) = stack.mails()
    assert mail["Destination"]["ToAddresses"] == ["owner@example.com"]
    (callback,) = receiver.callbacks
    assert callback["type"].endswith(".failed") and callback["data"]["failure"]["code"] == "dead_letter"
    for queue in ("rtp-request-dlq", "rtp-preprocess-ok-dlq", "rtp-notifier-dlq", "rtp-unreadable-dlq"):
        stack.wait_until(lambda: stack.queue_depth(queue) == 0)


def test_a_request_that_kills_the_preprocessor_fails_and_its_owner_is_told(stack, web, receiver):
    send(stack, f"{web.url}/hanging.jpg", receiver)
    kill_at_work(stack, "preprocessor", "preprocess")
    expect_that_all_are_told(stack, receiver, "preprocess")


def test_a_request_that_kills_the_file_processor_fails_and_its_owner_is_told(stack, web, receiver):
    web.photo = pictures.noise_jpeg(5000, 4000)
    send(stack, f"{web.url}/photo.jpg", receiver)
    kill_at_work(stack, "file-processor", "process")
    expect_that_all_are_told(stack, receiver, "process")
