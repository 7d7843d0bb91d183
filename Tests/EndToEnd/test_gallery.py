"""What a content service asks for: every version of a picture, the original in safety, and a signed callback."""

import datetime
import io

import pytest
import requests
from PIL import Image

import pictures
from receiver import Receiver

OLD_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
NEW_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
WIDTHS = {
    "original": 1920, "thumbnail": 200, "thumbnail_2x": 400, "medium": 800, "medium_2x": 1600, "large": 1600,
    "large_2x": 1920, "xlarge": 1920,
}


@pytest.fixture
def receiver():
    receiver = Receiver(500)
    yield receiver
    receiver.stop()


def test_a_gallery_is_made_archived_and_called_back(start_stack, receiver):
    stack = start_stack(WebhookSecrets=f"{NEW_SECRET},{OLD_SECRET}", WebhookAddresses="any")
    photo = pictures.jpeg(1920, 1440, orientation=6)
    upload = stack.upload(photo)
    request = {"source": {"key": upload["key"]}, "preset": "gallery", "retention": "archive"}
    request_id = stack.ask(request | {"notify": {"webhook": receiver.url}})
    # The first answer is an error: the callback comes again through the queue, five seconds later.
    stack.follow(request_id)
    seen = []

    def is_sent():
        seen.extend(notification["status"] for notification in stack.record(request_id)["notifications"])
        return "sent" in seen

    stack.wait_until(is_sent)
    assert "retrying" in seen
    record = stack.record(request_id)

    outputs = {output["name"]: output for output in record["outputs"]}
    assert {name: output["width"] for name, output in outputs.items()} == WIDTHS
    assert all(output["id"] == f"{request_id}_{name}" for name, output in outputs.items())
    files = {name: requests.get(output["url"], timeout=30).content for name, output in outputs.items()}
    assert files["original"] == photo
    for name, file in files.items():
        picture = Image.open(io.BytesIO(file))
        assert (picture.height if name == "original" else picture.width) == WIDTHS[name]
        assert picture.format == ("JPEG" if name == "original" else "WEBP")
    assert [warning["output"] for warning in record["warnings"]] == ["large_2x", "xlarge"]
    # Turned, reduced, never enlarged, and the original as it is.
    assert outputs["original"]["operations"] == []
    turn = {"orient": {"orientation": 6, "lossless": False}}
    encode = {"encode": {"format": "webp", "quality": 80, "effort": 2}}
    for name, size in {"thumbnail": (200, 150), "medium_2x": (1600, 1200)}.items():
        resize = {"resize": {"width": size[0], "height": size[1], "filter": "lanczos3"}}
        assert outputs[name]["operations"] == [turn, resize, encode]
    assert outputs["xlarge"]["operations"] == [turn, encode]
    candidates = [candidate.rsplit(" ", 1) for candidate in record["srcset"].split(", ")]
    assert [width for _, width in candidates] == ["200w", "400w", "800w", "1600w", "1920w"]
    assert all(requests.get(url, timeout=30).ok for url, _ in candidates)

    s3 = stack.client("s3")
    archived = s3.get_object(Bucket="rtp-archived-files", Key=record["original"]["key"])["Body"].read()
    assert archived == photo
    with pytest.raises(s3.exceptions.NoSuchKey):
        stack.stored(upload["key"])

    assert receiver.is_signed(OLD_SECRET) and receiver.is_signed(NEW_SECRET)
    first, second = receiver.callbacks
    # The same but for the links: these are signed when they are sent.
    assert without_links(first) == without_links(second)
    assert second["type"].endswith(".completed")
    assert without_links(second)["data"]["outputs"] == without_links(record)["outputs"]
    for callback in first, second:
        assert all(requests.get(output["url"], timeout=30).ok for output in callback["data"]["outputs"])
    assert len({headers["webhook-id"] for headers, _ in receiver.requests}) == 1


def test_a_callback_is_judged_by_its_status_alone(start_stack):
    receiver = Receiver(500, 200, is_endless=True)
    try:
        stack = start_stack(WebhookSecrets=OLD_SECRET, WebhookAddresses="any")
        request_id = stack.ask({"source": {"key": "uploads/none"}, "preset": "gallery", "notify": {"webhook": receiver.url}})
        stack.follow(request_id)
        stack.wait_until(lambda: [one["status"] for one in stack.record(request_id)["notifications"]] == ["sent"])
        assert stack.record(request_id)["notifications"][0]["attempts"] == 2
        assert len(receiver.requests) == 2
    finally:
        receiver.stop()


def test_a_callback_waits_as_long_as_its_endpoint_asks_for(start_stack):
    receiver = Receiver(503, headers={"Retry-After": "600"})
    try:
        stack = start_stack(WebhookSecrets=OLD_SECRET, WebhookAddresses="any")
        request_id = stack.ask({"source": {"key": "uploads/none"}, "preset": "gallery", "notify": {"webhook": receiver.url}})
        stack.wait_until(lambda: receiver.requests and stack.record(request_id)["notifications"])
        (notification,) = stack.record(request_id)["notifications"]
        assert (notification["status"], notification["detail"]) == ("retrying", "status_503")
        last, following = (datetime.datetime.fromisoformat(notification[name]) for name in ("at", "nextAttemptAt"))
        assert following - last == datetime.timedelta(minutes=10)
    finally:
        receiver.stop()


def test_who_names_no_webhook_is_answered_at_the_one_for_all(start_stack):
    receiver, own = Receiver(), Receiver()
    try:
        stack = start_stack(WebhookSecrets=OLD_SECRET, WebhookAddresses="any", WebhookURL=receiver.url)
        upload = stack.upload(pictures.jpeg(320, 240))
        request = {"source": {"key": upload["key"]}, "renditions": [{"name": "small", "width": 80}]}
        ids = [stack.ask(request), stack.ask(request | {"source": {"key": "uploads/none"}})]
        named = stack.ask(request | {"notify": {"webhook": own.url}})
        stack.wait_until(lambda: len(receiver.callbacks) == 2 and len(own.callbacks) == 1)
        told = {callback["data"]["requestId"]: callback["data"]["status"] for callback in receiver.callbacks}
        assert told == dict(zip(ids, ["processed", "failed"]))
        assert receiver.is_signed(OLD_SECRET)
        assert own.callbacks[0]["data"]["requestId"] == named
    finally:
        receiver.stop()
        own.stop()


def test_a_callback_never_reaches_a_private_address(start_stack, receiver):
    stack = start_stack(WebhookSecrets=OLD_SECRET)
    request_id = stack.ask({"source": {"key": "uploads/none"}, "preset": "gallery", "notify": {"webhook": receiver.url}})
    stack.follow(request_id)
    stack.wait_until(lambda: stack.record(request_id)["notifications"])
    (notification,) = stack.record(request_id)["notifications"]
    assert (notification["status"], notification["detail"]) == ("failed", "forbidden_address")
    assert receiver.requests == []


def without_links(value):
    """A callback or record without its links and when they end."""
    if isinstance(value, list):
        return [without_links(item) for item in value]
    if isinstance(value, dict):
        links = {"url", "urlExpiresAt", "srcset"}
        return {name: without_links(member) for name, member in value.items() if name not in links}
    return value


def keys(stack, bucket):
    return [item["Key"] for item in stack.client("s3").list_objects_v2(Bucket=bucket).get("Contents", [])]


def test_what_is_kept_for_a_time_goes_after_it_and_an_archived_original_stays(start_stack):
    stack = start_stack(RetentionDays="3")
    upload = stack.upload(pictures.jpeg(320, 240))
    request_id = stack.ask({"source": {"key": upload["key"]}, "preset": "gallery", "retention": "archive"})
    stack.upload(b"never asked for", "forgotten.jpg")
    record = stack.follow(request_id)
    temporary = ["rtp-request-files", "rtp-preprocessed-files", "rtp-processed-files"]
    # What lay between the stages is gone already.
    assert [len(keys(stack, bucket)) for bucket in temporary] == [1, 0, len(WIDTHS)]
    link = stack.client("s3").generate_presigned_url(
        "get_object", {"Bucket": "rtp-archived-files", "Key": record["original"]["key"]}, 86_400
    )
    assert requests.get(link, timeout=30).ok

    stack.advance_clock(days=2)
    assert requests.get(link, timeout=30).status_code == 403
    assert [len(keys(stack, bucket)) for bucket in temporary] == [1, 0, len(WIDTHS)]
    assert stack.record(request_id)["status"] == "processed"

    stack.advance_clock(days=2)
    assert [keys(stack, bucket) for bucket in temporary] == [[], [], []]
    assert len(keys(stack, "rtp-archived-files")) == 1
    assert requests.get(f"{stack.url}/requests/{request_id}").status_code == 404


def test_requests_that_archive_the_same_original_both_have_it(stack):
    photo = pictures.noise_jpeg(2000, 1500)
    request = {"source": {"key": stack.upload(photo)["key"]}, "preset": "gallery", "retention": "archive"}
    request_ids = [stack.ask(request | {"requestId": name}) for name in ("first", "second")]
    for request_id in request_ids:
        stack.follow(request_id)
        stack.wait_until(lambda: "original" in stack.record(request_id))
        record = stack.record(request_id)
        assert "not_retained" not in [warning["code"] for warning in record["warnings"]]
        key = record["original"]["key"]
        assert stack.client("s3").get_object(Bucket="rtp-archived-files", Key=key)["Body"].read() == photo


@pytest.mark.parametrize(
    "address, code",
    [
        ("http://127.0.0.1:8000/", "forbidden_address"), ("http://169.254.169.254/latest/meta-data", "forbidden_address"),
        ("http://[::ffff:10.0.0.1]/", "forbidden_address"), ("http://0x7f.1/", "invalid_url"),
    ],
)
def test_a_webhook_that_could_never_be_called_is_refused_before_any_work(stack, address, code):
    upload = stack.upload(pictures.jpeg(64, 48))
    request = {"source": {"key": upload["key"]}, "preset": "gallery", "notify": {"webhook": address}}
    request_id = stack.ask(request)
    record = stack.follow(request_id)
    assert record["status"] == "failed"
    assert record["failure"]["code"] == "invalid_request" and record["outputs"] == []
    (problem,) = record["failure"]["problems"]
    assert (problem["pointer"], problem["code"]) == ("/notify/webhook", code)
    stack.wait_until(lambda: stack.record(request_id)["notifications"])
    (notification,) = stack.record(request_id)["notifications"]
    assert (notification["status"], notification["detail"]) == ("failed", code) and "attempts" not in notification


@pytest.mark.parametrize(
    "more, places",
    [
        ('"renditions": [{"name": "a"}, {"name": "b"}, {"name": "a"}]', ["/renditions/2/name"]),
        ('"preset": "gallery", "attributes": {"it\'s \\"ü/~": "1"}', ["/attributes/it's \"ü~1~0"]),
        ('"preset": "gallery", "attributes": {"": "1", "-a": "2", "a_B-9": "3"}', ["/attributes/", "/attributes/-a"]),
    ],
)
def test_names_that_no_schema_can_tell_are_refused_at_the_door(stack, more, places):
    body = '{"requestId": "door", "source": {"key": "uploads/none"}, ' + more + "}"
    headers = {"Content-Type": "application/json"}
    answer = requests.post(f"{stack.url}/process-file", data=body.encode(), headers=headers, timeout=30)
    assert answer.status_code == 400, answer.text
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == "invalid_request"
    assert sorted(error["pointer"] for error in answer.json()["errors"]) == places
    assert requests.get(f"{stack.url}/requests/door").status_code == 404


def test_a_member_that_stands_twice_is_told_by_the_record_with_its_place(stack):
    body = '{"requestId": "twice", "source": {"key": "uploads/a"}, "renditions": [{"name": "a", "width": 9, "width": 99}]}'
    headers = {"Content-Type": "application/json"}
    answer = requests.post(f"{stack.url}/process-file", data=body, headers=headers, timeout=30)
    # As API Gateway's validator, the door looks at one of the two.
    assert answer.status_code == 202, answer.text
    (problem,) = stack.follow("twice")["failure"]["problems"]
    assert (problem["pointer"], problem["code"]) == ("/renditions/0/width", "duplicate")


def test_every_problem_of_a_request_is_told_at_once_with_its_place(stack):
    """What is wrong by itself, what cannot stand beside something else, a name that is taken, and what stands twice."""
    body = """{"requestId": "all", "source": {"key": "uploads/a"}, "tolerant": 1, "tolerant": true,
        "operations": [{"crop": {"x": 1, "width": 9, "height": 9, "gravity": "north"}},
                       {"watermark": {"image": {"key": "uploads/b"}, "color": "#123456", "tiled": true, "margin": 0.1}},
                       {"resize": {"width": 9, "fit": "fill"}}],
        "renditions": [{"name": "a", "width": 0, "height": 9, "height": 10}, {"name": "a", "fit": "cover", "width": 9},
                       {"name": "b", "format": "png", "quality": 80, "effort": 4},
                       {"name": "c", "format": "webp", "lossless": true, "quality": 80},
                       {"name": "d", "format": "jpeg", "palette": true}]}"""
    headers = {"Content-Type": "application/json"}
    answer = requests.post(f"{stack.url}/process-file", data=body, headers=headers, timeout=30)
    assert answer.status_code == 400, answer.text
    told = {error["pointer"]: error["detail"] for error in answer.json()["errors"]}
    assert told == {
        "/operations/0/crop/y": "is required beside x or y",
        "/operations/0/crop/gravity": "must be left out beside x or y",
        "/operations/1/watermark/color": "must be left out beside image",
        "/operations/1/watermark/margin": "must be left out where tiled is true",
        "/operations/2/resize/height": "is required where fit is not inside",
        "/renditions/0/width": "must be from 1 to 16383",
        "/renditions/0/height": "is named twice",
        "/renditions/1/name": "is the name of an earlier rendition",
        "/renditions/1/height": "is required where fit is not inside",
        "/renditions/2/quality": "must be left out where format is png",
        "/renditions/2/effort": "must be left out where format is png",
        "/renditions/3/quality": "must be left out where lossless is true",
        "/renditions/4/palette": "must be left out where format is jpeg",
        "/tolerant": "is named twice",
    }
    assert requests.get(f"{stack.url}/requests/all").status_code == 404


@pytest.mark.parametrize(
    "wrong, right",
    [
        ({"preset": "galery"}, ["gallery"]),
        ({"preset": "gallery", "retention": "burn"}, ["keep", "archive", "discard"]),
        ({"preset": "gallery", "attributes": {"region": "eu"}}, ["usa", "latam"]),
        (
            {"preset": "gallery", "attributes": {"imageType": "xray"}},
            ["XRAY", "MRI", "HISTOLOGY", "ULTRASOUND", "MAMMOGRAPHY"],
        ),
    ],
)
def test_a_value_that_is_not_configured_is_refused_at_the_door(stack, wrong, right):
    answer = stack.post({"source": {"key": "uploads/none"}} | wrong)
    assert answer.status_code == 400 and answer.json()["code"] == "invalid_request"
    (error,) = answer.json()["errors"]
    assert all(value in error["detail"] for value in right)
