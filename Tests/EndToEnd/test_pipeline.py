"""The shipped binaries on the template's own topology: what goes in, what comes out, and who is told."""

import io
import json

import requests
from PIL import Image

import pictures

OWNER = "owner@example.com"
RENDITIONS = [
    {"name": "small", "width": 200, "format": "webp"},
    {"name": "medium", "width": 800, "format": "jpeg"},
    {"name": "large", "width": 1600, "format": "png"},
]


def request_for(key, renditions=RENDITIONS, **more):
    return {"source": {"key": key}, "renditions": renditions, "notify": {"email": OWNER}, **more}


def outputs_of(record):
    return {output["name"]: requests.get(output["url"], timeout=30).content for output in record["outputs"]}


def mails_about(stack, request_id):
    return [mail for mail in stack.mails() if request_id in json.dumps(mail)]


def assert_failed(stack, subscriber, request_id, code, stage):
    """The record says why, the owner got one mail, and nobody tries again."""
    event = subscriber.end_of(request_id)
    record = stack.record(request_id)
    assert event["type"].endswith(".failed")
    assert record["status"] == "failed"
    assert (record["failure"]["code"], record["failure"]["stage"]) == (code, stage)
    assert record["outputs"] == []
    assert len(mails_about(stack, request_id)) == 1
    assert mails_about(stack, request_id)[0]["Destination"]["ToAddresses"] == [OWNER]
    for queue in ("rtp-request-queue", "rtp-preprocess-ok-queue", "rtp-notifier-queue", "rtp-unreadable-dlq"):
        assert stack.queue_depth(queue) == 0
    return record


def test_a_photo_becomes_renditions_and_one_mail(stack):
    subscriber = stack.subscribe()
    upload = stack.upload(pictures.jpeg(1920, 1440))
    assert stack.stored(upload["key"]) == pictures.jpeg(1920, 1440)

    request_id = stack.ask(request_for(upload["key"]))
    event = subscriber.end_of(request_id)
    record = stack.record(request_id)

    assert event["type"].endswith(".completed")
    assert [change["status"] for change in record["history"]] == [
        "pending", "preprocessing", "preprocessed", "processing", "processed",
    ]
    assert {output["name"]: (output["width"], output["height"]) for output in record["outputs"]} == {
        "small": (200, 150), "medium": (800, 600), "large": (1600, 1200),
    }
    for output in record["outputs"]:
        data = outputs_of(record)[output["name"]]
        assert output["id"] == f"{request_id}_{output['name']}"
        assert len(data) == output["bytes"]
        assert Image.open(io.BytesIO(data)).size == (output["width"], output["height"])
        assert Image.open(io.BytesIO(data)).format.lower() == output["format"]
        for pixel, colour in zip(pictures.corners(data), (pictures.RED, pictures.GREEN, pictures.BLUE, pictures.WHITE)):
            assert pictures.resembles(pixel, colour)
    [mail] = mails_about(stack, request_id)
    assert mail["Destination"]["ToAddresses"] == [OWNER]
    for output in record["outputs"]:
        assert output["name"] in mail["Body"]["text_part"]
    sequences = [int(event["sequence"]) for event in subscriber.seen if event["subject"] == request_id]
    assert sequences == sorted(set(sequences))


def test_the_stack_runs_in_the_region_that_it_is_given(start_stack):
    stack = start_stack(region="eu-west-1")
    subscriber = stack.subscribe()
    request_id = stack.ask(request_for(stack.upload(pictures.jpeg())["key"]))
    assert subscriber.end_of(request_id)["type"].endswith(".completed")
    assert set(outputs_of(stack.record(request_id))) == {"small", "medium", "large"}


def test_orientation_6_comes_out_upright_and_without_its_private_metadata(stack):
    subscriber = stack.subscribe()
    key = stack.upload(pictures.jpeg(640, 480, orientation=6))["key"]
    request_id = stack.ask(request_for(key, [{"name": "upright", "width": 320, "format": "jpeg"}]))
    subscriber.end_of(request_id)
    record = stack.record(request_id)

    data = outputs_of(record)["upright"]
    assert record["source"]["orientation"] == 6
    assert Image.open(io.BytesIO(data)).size == (320, 240)
    for pixel, colour in zip(pictures.corners(data), (pictures.RED, pictures.GREEN, pictures.BLUE, pictures.WHITE)):
        assert pictures.resembles(pixel, colour)
    exif = Image.open(io.BytesIO(data)).getexif()
    assert 0x0112 not in exif or exif[0x0112] == 1
    assert not exif.get_ifd(0x8825), "the place where it was taken is private"


def test_a_png_keeps_its_alpha_where_the_format_can(stack):
    subscriber = stack.subscribe()
    key = stack.upload(pictures.encoded(pictures.quadrants(600, 400, "RGBA"), "PNG"), "art.png")["key"]
    renditions = [{"name": name, "width": 300, "format": name} for name in ("png", "webp", "jpeg")]
    request_id = stack.ask(request_for(key, renditions))
    subscriber.end_of(request_id)
    outputs = outputs_of(stack.record(request_id))

    for name in ("png", "webp"):
        left, right = pictures.corners(outputs[name])[:2]
        assert abs(left[3] - 128) <= 3 and right[3] == 255
        assert pictures.resembles(left[:3], pictures.RED)
    assert Image.open(io.BytesIO(outputs["jpeg"])).mode == "RGB"
    over_white = [round(c * 128 / 255 + 255 * 127 / 255) for c in pictures.RED]
    assert pictures.resembles(pictures.corners(outputs["jpeg"])[0], over_white)


def test_a_file_that_is_no_image_is_rejected_once_and_its_owner_told(stack):
    subscriber = stack.subscribe()
    key = stack.upload(b"%PDF-1.7 this is no image at all", "paper.jpg")["key"]
    request_id = stack.ask(request_for(key))
    record = assert_failed(stack, subscriber, request_id, "unsupported_format", "preprocess")
    assert record["stages"]["preprocess"]["attempts"] == 1
    assert record["failure"]["isRetryable"] is False


def test_a_truncated_jpeg_is_rejected(stack):
    subscriber = stack.subscribe()
    whole = pictures.noise_jpeg(640, 480)
    request_id = stack.ask(request_for(stack.upload(whole[: len(whole) // 2])["key"]))
    event = subscriber.end_of(request_id)
    assert_failed(stack, subscriber, request_id, "damaged_image", event["data"]["failure"]["stage"])


def test_a_request_whose_upload_does_not_exist_is_rejected(stack):
    subscriber = stack.subscribe()
    request_id = stack.ask(request_for("uploads/nobody/nothing.jpg"))
    assert_failed(stack, subscriber, request_id, "source_not_found", "preprocess")


def test_the_same_request_posted_twice_has_one_outcome_and_one_mail(stack):
    subscriber = stack.subscribe()
    request = request_for(stack.upload(pictures.jpeg())["key"], RENDITIONS[:1], requestId="order-4711")
    assert stack.ask(request) == stack.ask(request) == "order-4711"
    subscriber.end_of("order-4711")
    first = stack.record("order-4711")

    # A third time after the end: its message is served, and nothing changes any more.
    stack.ask(request)
    other = stack.ask(request_for(request["source"]["key"], RENDITIONS[:1]))
    subscriber.end_of(other)
    last = stack.record("order-4711")

    assert last["outputs"][0]["key"] == first["outputs"][0]["key"]
    assert last["history"] == first["history"]
    assert last["stages"]["preprocess"]["attempts"] == last["stages"]["process"]["attempts"] == 1
    assert len(mails_about(stack, "order-4711")) == 1


def test_a_function_killed_in_the_middle_of_a_job_finishes_after_redelivery(start_stack):
    stack = start_stack(FunctionTimeout=15, VisibilityTimeout=16)
    subscriber = stack.subscribe()
    key = stack.upload(pictures.noise_jpeg(2600, 2000))["key"]
    request_id = stack.ask(request_for(key, [{"name": "big", "width": 1600, "format": "webp", "effort": 6}]))
    subscriber.wait_for(lambda event: event["data"]["status"] == "processing")
    assert stack.kill_function("file-processor") == 1

    event = subscriber.end_of(request_id)
    record = stack.record(request_id)
    assert event["type"].endswith(".completed")
    assert record["stages"]["process"]["attempts"] == 2
    assert Image.open(io.BytesIO(outputs_of(record)["big"])).size == (1600, 1231)
    assert len(mails_about(stack, request_id)) == 1


def test_what_was_acknowledged_survives_the_stack_being_killed(start_stack):
    stack = start_stack(FunctionTimeout=15, VisibilityTimeout=16)
    subscriber = stack.subscribe()
    key = stack.upload(pictures.noise_jpeg(2600, 2000))["key"]
    asked = [stack.ask(request_for(key, [{"name": f"r{n}", "width": 1200, "format": "webp"}])) for n in range(3)]
    subscriber.wait_for(lambda event: event["data"]["status"] == "preprocessing")
    stack.kill()

    again = start_stack(FunctionTimeout=15, VisibilityTimeout=16)
    subscriber = again.subscribe()
    for request_id in asked:
        assert subscriber.end_of(request_id)["type"].endswith(".completed")
        assert len(mails_about(again, request_id)) == 1


def test_a_request_that_is_not_declared_as_json_is_told_what_to_send(stack):
    response = requests.post(f"{stack.url}/process-file", data={"as": "a form"}, timeout=30)
    assert response.status_code == 415
    assert "Content-Type: application/json" in response.json()["detail"]


def test_a_bad_request_is_refused_at_the_front_door_with_every_problem(stack):
    request = request_for("uploads/x/y.jpg", [{"name": "a", "width": 0, "format": "gif"}], colour="red")
    response = stack.post(request)
    assert response.status_code == 400
    assert response.headers["Content-Type"] == "application/problem+json"
    pointers = {error["pointer"] for error in response.json()["errors"]}
    assert pointers == {"/colour", "/renditions/0/width", "/renditions/0/format"}


def test_a_bad_request_from_the_queue_fails_with_every_problem(stack):
    subscriber = stack.subscribe()
    sqs = stack.client("sqs")
    url = sqs.get_queue_url(QueueName="rtp-request-queue")["QueueUrl"]
    request = request_for("uploads/x/y.jpg", [{"name": "a", "width": 0}], requestId="bad-1", colour="red")
    sqs.send_message(QueueUrl=url, MessageBody=json.dumps(request))
    record = assert_failed(stack, subscriber, "bad-1", "invalid_request", "preprocess")
    assert {problem["pointer"] for problem in record["failure"]["problems"]} == {"/colour", "/renditions/0/width"}


def test_a_message_that_cannot_be_read_ends_in_the_dead_letter_queue(start_stack):
    stack = start_stack(FunctionTimeout=15, VisibilityTimeout=16)
    sqs = stack.client("sqs")
    url = sqs.get_queue_url(QueueName="rtp-request-queue")["QueueUrl"]
    sqs.send_message(QueueUrl=url, MessageBody="this is no request {")
    unreadable = sqs.get_queue_url(QueueName="rtp-unreadable-dlq")["QueueUrl"]
    messages = []
    for _ in range(5):
        if messages := sqs.receive_message(QueueUrl=unreadable, WaitTimeSeconds=20).get("Messages", []):
            break
    assert [message["Body"] for message in messages] == ["this is no request {"]


def test_an_unknown_request_and_an_unknown_upload_are_not_found(start_stack):
    stack = start_stack(UploadsArePublic="true")
    for path in ("/requests/unknown", "/uploads/unknown/photo.jpg"):
        response = requests.get(stack.url + path, timeout=30)
        assert response.status_code == 404
        assert response.headers["Content-Type"] == "application/problem+json"


def test_a_path_of_nobodys_is_told_by_the_api_and_a_bucket_without_signature_by_s3(stack):
    answer = requests.get(f"{stack.url}/nope", timeout=30)
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == "not_found"
    bucket = requests.get(f"{stack.url}/rtp-processed-files/any", timeout=30)
    assert (bucket.status_code, "AccessDenied" in bucket.text) == (403, True)


def test_stopping_leaves_no_process_behind(start_stack):
    stack = start_stack()
    subscriber = stack.subscribe()
    subscriber.end_of(stack.ask(request_for(stack.upload(pictures.jpeg())["key"], RENDITIONS[:1])))
    functions = [p for name in ("preprocessor", "file-processor", "notifier") for p in stack.function_processes(name)]
    assert functions
    assert stack.stop() == 0
    assert not [p for p in functions if stack.is_alive(p)]
