"""Requests that their callers cancel: while they wait, while they are worked on, and when it is too late."""

import json

import pictures
import requests
from stack import watch
from test_live_progress import ask


def take_back(stack, request_id):
    return requests.delete(f"{stack.url}/requests/{request_id}", timeout=30)


def objects(stack):
    s3 = stack.client("s3")
    return {
        (bucket["Name"], item["Key"])
        for bucket in s3.list_buckets()["Buckets"]
        for item in s3.list_objects_v2(Bucket=bucket["Name"]).get("Contents", [])
    }


def expect_nothing_left(stack, request_id, told):
    """No file in any bucket, no word to the owner, and no event after the end that `told`, the events of a stream, has."""
    record = stack.record(request_id)
    assert (record["status"], record["outputs"]) == ("cancelled", [])
    assert record["history"][-1]["status"] == "cancelled"
    for queue in ("rtp-request-queue", "rtp-preprocess-ok-queue", "rtp-notifier-queue"):
        stack.wait_until(lambda: stack.queue_depth(queue) == 0)
    assert {bucket for bucket, _ in objects(stack)} == {"rtp-request-files"}
    assert stack.mails() == []
    assert [event.data for event in watch(f"{stack.url}/requests/{request_id}/events")] == [event.data for event in told]


def test_a_puzzle_that_is_being_cut_stops_and_leaves_nothing(stack):
    wish = {"rows": 25, "columns": 40, "prefix": "toys"}
    source = {"key": stack.upload(pictures.jpeg(6000, 4000))["key"]}
    accepted = stack.post({"source": source, "puzzle": wish, "renditions": [{"name": "small", "width": 20}]}).json()
    told, seen = [], []
    for event in watch(accepted["eventsUrl"]):
        told.append(event)
        if event.event == "progress" and json.loads(event.data)["data"]["progress"] == 40:
            seen = objects(stack)
            answer = take_back(stack, accepted["requestId"])
            assert answer.status_code == 202, answer.text
            assert answer.json()["eventsUrl"] == accepted["eventsUrl"]
    # There was something to leave behind.
    assert {bucket for bucket, _ in seen} >= {"rtp-request-files", "rtp-preprocessed-files"}
    assert [event.event for event in told[-2:]] == ["cancelled", "end"]
    assert [event.event for event in told[:-2]] == ["started"] + ["progress"] * (len(told) - 3)
    assert 40 <= json.loads(told[-2].data)["data"]["progress"] < 95
    expect_nothing_left(stack, accepted["requestId"], told)
    again = take_back(stack, accepted["requestId"])
    assert again.status_code == 202 and again.json() == answer.json()


def test_an_owner_is_told_of_pictures_unless_they_are_cancelled(stack):
    """Of a puzzle nobody is told: only where a mail would come does none prove anything."""
    wish = {"renditions": [{"name": "small", "width": 20}], "notify": {"email": "owner@example.com"}}
    source = {"key": stack.upload(pictures.noise_jpeg(3000, 2000))["key"]}
    accepted = stack.post({"source": source, **wish}).json()
    told = []
    for event in watch(accepted["eventsUrl"]):
        told.append(event)
        if event.event == "started":
            assert take_back(stack, accepted["requestId"]).status_code == 202
    assert [event.event for event in told[-2:]] == ["cancelled", "end"]
    expect_nothing_left(stack, accepted["requestId"], told)
    list(watch(ask(stack, **wish)["eventsUrl"]))
    stack.wait_until_owners_are_told()
    assert len(stack.mails()) == 1


def test_a_request_that_no_stage_has_seen_is_cancelled_when_one_does(stack):
    assert take_back(stack, "early").status_code == 202
    assert requests.get(f"{stack.url}/requests/early", timeout=30).status_code == 404
    renditions = [{"name": "small", "width": 20}]
    notify = {"email": "owner@example.com", "channel": "c"}
    accepted = ask(stack, requestId="early", renditions=renditions, notify=notify)
    told = list(watch(accepted["eventsUrl"]))
    assert [event.event for event in told] == ["cancelled", "end"] and told[-1].data == "cancelled"
    expect_nothing_left(stack, "early", told)


def test_a_request_that_has_ended_is_not_taken_back(stack):
    accepted = ask(stack, renditions=[{"name": "small", "width": 20}])
    list(watch(accepted["eventsUrl"]))
    answer = take_back(stack, accepted["requestId"])
    assert answer.status_code == 409
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"] == "It is processed"
    record = stack.record(accepted["requestId"])
    assert record["status"] == "processed"
    assert requests.get(record["outputs"][0]["url"], timeout=30).status_code == 200


def test_an_id_that_no_request_can_have_is_not_found(stack):
    for request_id in ["x" * 129, "it's", "-", "a%22b"]:
        answer = take_back(stack, request_id)
        assert answer.status_code == 404
        assert answer.headers["Content-Type"] == "application/problem+json"
