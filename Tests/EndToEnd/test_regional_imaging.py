"""Domain events reach the queue of their region, and only that one."""

import json
import os
import re
import subprocess

import pytest
import requests

import pictures
from stack import ROOT

REGIONS = ("usa", "latam")
PHASES = ["started", "completed"]


def queue_url(stack, region):
    return stack.client("sqs").get_queue_url(QueueName=f"rtp-events-{region}-queue")["QueueUrl"]


def events(stack, region):
    """Everything in a region's queue, taken out of it."""
    sqs, url, found = stack.client("sqs"), queue_url(stack, region), []
    while messages := sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages"):
        for message in messages:
            sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
            found.append(json.loads(message["Body"]))
    return found


def phases(found, request_id):
    """The kinds of a request's events."""
    return [event["type"].rsplit(".", 1)[1] for event in found if event["subject"] == request_id]


def publish(stack, attributes):
    stack.client("sns").publish(
        TopicArn="arn:aws:sns:us-east-1:000000000000:rtp-events-topic",
        Message=json.dumps(attributes),
        MessageAttributes={
            name: {"DataType": "String", "StringValue": value} for name, value in attributes.items()
        },
    )


def ask(stack, request_id, key, **attributes):
    renditions = [{"name": "screen", "width": 64, "format": "jpeg"}]
    request = {"requestId": request_id, "source": {"key": key}, "renditions": renditions}
    return stack.ask(request | ({"attributes": attributes} if attributes else {}))


def test_each_regions_queue_has_its_own_events_and_no_others(stack):
    subscriber = stack.subscribe()
    key = stack.upload(pictures.jpeg(128, 96))["key"]
    asked = {
        "in-usa": {"region": "usa"},
        "in-latam": {"region": "latam", "imageType": "MRI", "priority": "1"},
        # Neither is of any region: one says nothing, the other speaks of one elsewhere.
        "nowhere": {},
        "of-usa": {"department": "usa"},
    }
    for request_id, attributes in asked.items():
        ask(stack, request_id, key, **attributes)
    failing = ask(stack, "lost-in-latam", "uploads/none", region="latam")
    for request_id in [*asked, failing]:
        subscriber.end_of(request_id)
    # All of them were published before: a queue that has its last event will get no more.
    usa, latam = (events(stack, region) for region in REGIONS)
    assert {event["subject"] for event in usa} == {"in-usa"}
    assert {event["subject"] for event in latam} == {"in-latam", "lost-in-latam"}
    assert phases(usa, "in-usa") == PHASES and phases(latam, "in-latam") == PHASES
    assert phases(latam, "lost-in-latam") == ["started", "failed"]
    assert all(event["data"]["attributes"]["region"] == "usa" for event in usa)
    assert [event["data"]["status"] for event in usa][-1] == "processed"
    seen = {event["subject"] for event in subscriber.seen}
    assert seen == {*asked, failing}, "without a filter all of them come"
    assert "progress" in phases(subscriber.seen, "in-usa"), "and every step of the way"


def test_a_task_that_is_taken_back_has_an_end_in_its_region(stack):
    assert requests.delete(f"{stack.url}/requests/early", timeout=30).status_code == 202
    subscriber = stack.subscribe()
    ask(stack, "early", stack.upload(pictures.jpeg(128, 96))["key"], region="usa")
    subscriber.wait_for(lambda event: event["type"].endswith(".cancelled"))
    assert phases(events(stack, "usa"), "early")[-1] == "cancelled"
    assert events(stack, "latam") == []


def test_only_the_ends_and_the_beginning_pass_the_filter_of_a_region(stack):
    """Each attribute by itself, as a publisher who is not the pipeline could send it."""
    kinds = ["started", "progress", "completed", "failed", "refused", "cancelled", "Started", "start"]
    for region in (*REGIONS, "elsewhere"):
        for kind in kinds:
            publish(stack, {"region": region, "type": kind})
    publish(stack, {"region": "usa"})
    publish(stack, {"type": "completed"})
    for region in REGIONS:
        found = [(event["region"], event["type"]) for event in events(stack, region)]
        assert sorted(found) == [(region, kind) for kind in sorted(["started", "completed", "failed", "cancelled"])]


def test_the_service_is_healthy_as_long_as_its_table_answers(stack):
    fine = requests.get(f"{stack.url}/health", timeout=30)
    assert (fine.status_code, fine.headers["Content-Type"], fine.json()) == (200, "application/json", {"status": "ok"})
    stack.client("dynamodb").delete_table(TableName="rtp-data-store")
    ill = requests.get(f"{stack.url}/health", timeout=30)
    assert (ill.status_code, ill.headers["Content-Type"]) == (503, "application/problem+json")
    assert (ill.json()["status"], ill.json()["code"]) == (503, "service_failed")


@pytest.mark.parametrize("region", ["eu", "USA", "latam ", "", "usa,latam", "*"])
def test_a_region_that_is_none_reaches_no_queue(stack, region):
    request = {"source": {"key": "uploads/none"}, "renditions": [{"name": "a"}], "attributes": {"region": region}}
    answer = stack.post(request)
    assert answer.status_code == 400
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/attributes/region"]
    assert all(name in answer.json()["errors"][0]["detail"] for name in REGIONS)
    assert [events(stack, region) for region in REGIONS] == [[], []]


def test_the_page_on_regional_imaging_tells_the_truth(stack, tmp_path):
    page = (ROOT / "docs" / "regional-imaging.md").read_text()
    commands = re.findall(r"```sh\n(.*?)```", page, re.DOTALL)
    asking, reading = (command.replace("http://127.0.0.1:4566", stack.url) for command in commands)
    upload, asking = re.split(r"\n(?=curl http)", asking.strip())
    (tmp_path / "photo.jpg").write_bytes(pictures.jpeg(128, 96))
    subscriber = stack.subscribe()
    environment = os.environ | {"LOCAL_STACK_URL": stack.url}

    def typed(command, folder=ROOT):
        done = subprocess.run(
            ["sh", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=True
        )
        return json.loads(done.stdout)

    typed(upload, tmp_path)
    assert typed(asking)["requestId"] == "study-17"
    subscriber.end_of("study-17")
    assert stack.record("study-17")["outputs"][0]["name"] == "screen"
    [message] = typed(reading)["Messages"]
    event = json.loads(message["Body"])
    assert (event["subject"], event["data"]["attributes"]["imageType"]) == ("study-17", "XRAY")
    assert events(stack, "usa") == []
