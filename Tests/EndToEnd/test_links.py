"""Links that have ended, and those that callers ask for instead."""

import pictures
import pytest
import requests
from test_dip import run


def renew(stack, request_id, **options):
    return requests.post(f"{stack.url}/requests/{request_id}/links", timeout=30, **options)


def links(record):
    return {output["name"]: output["url"] for output in record["outputs"]}


def answers(record):
    return {requests.get(url, timeout=30).status_code for url in links(record).values()}


@pytest.fixture
def gallery(stack):
    """A gallery of which the original is archived, by the id of its request."""
    upload = stack.upload(pictures.jpeg(320, 240))
    request_id = stack.ask({"source": {"key": upload["key"]}, "preset": "gallery", "retention": "archive"})
    assert stack.follow(request_id)["original"]
    stack.wait_until_owners_are_told()
    return request_id


def test_links_that_have_ended_are_signed_anew_for_as_long_as_the_files_live(stack, gallery):
    first = stack.record(gallery)
    assert answers(first) == {200}
    assert requests.get(first["original"]["url"], timeout=30).content == pictures.jpeg(320, 240)
    for _ in range(3):
        stack.advance_clock(days=8)
        assert answers(stack.record(gallery)) == {403}
        assert requests.get(stack.record(gallery)["original"]["url"], timeout=30).status_code == 403
        before = stack.record(gallery)
        answer = renew(stack, gallery)
        assert answer.status_code == 202, answer.text
        assert answer.json() == {"requestId": gallery, "statusUrl": f"{stack.url}/requests/{gallery}"}
        stack.wait_until(lambda: stack.record(gallery)["updatedAt"] != before["updatedAt"])
        after = stack.record(gallery)
        assert answers(after) == {200}
        assert requests.get(after["original"]["url"], timeout=30).content == pictures.jpeg(320, 240)
        assert {url.split(" ")[0] for url in after["srcset"].split(", ")} <= set(links(after).values())
        assert after["sequence"] == first["sequence"]
    assert stack.mails() == []


PAGE = b"<html><body><script>alert(1)</script></body></html>"


@pytest.mark.parametrize("called", ["text/html", "image/svg+xml", "text/html; charset=utf-8", "application/xhtml+xml"])
def test_no_link_answers_with_what_an_uploader_says(stack, called):
    photo = pictures.jpeg(320, 240)
    headers = {"Content-Type": called}
    upload = requests.put(f"{stack.url}/files/a.html", data=photo, headers=headers, timeout=30).json()
    request_id = stack.ask({"source": {"key": upload["key"]}, "preset": "gallery", "retention": "archive"})
    record = stack.follow(request_id)
    for output in [*record["outputs"], {"name": "original", "format": "jpeg"} | record["original"]]:
        answer = requests.get(output["url"], timeout=30)
        assert answer.status_code == 200 and answer.headers["Content-Type"] == f"image/{output['format']}"
        suffix = output["format"].replace("jpeg", "jpg")
        name = f"{request_id}_{output['name']}.{suffix}"
        assert answer.headers["Content-Disposition"] == f"inline; filename*=UTF-8''{name}"
        # Whoever has a link cannot make another answer of it.
        other = output["url"].replace("response-content-type=image", "response-content-type=text")
        assert requests.get(other, timeout=30).status_code == 403
    s3 = stack.client("s3")
    for bucket in ["rtp-archived-files", "rtp-processed-files"]:
        for key in [item["Key"] for item in s3.list_objects_v2(Bucket=bucket)["Contents"]]:
            assert s3.head_object(Bucket=bucket, Key=key)["ContentType"] in ("image/jpeg", "image/webp"), key


def test_a_page_is_never_shown_as_one(start_stack):
    stack = start_stack(UploadsArePublic="true")
    upload = requests.put(f"{stack.url}/files/a.html", data=PAGE, headers={"Content-Type": "text/html"}, timeout=30).json()
    shown = requests.get(upload["url"], timeout=30)
    assert shown.content == PAGE
    assert shown.headers["Content-Type"] == "image/jpeg"
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert shown.headers["Content-Security-Policy"] == "sandbox"


def test_dip_fetches_what_was_made_long_ago(stack, gallery, tmp_path):
    stack.advance_clock(days=8)
    watched = run(stack.url, "watch", gallery, "--output", tmp_path / "watched")
    assert watched.returncode == 0, watched.stderr
    assert "Links have expired" in watched.stderr
    assert (tmp_path / "watched" / "original.jpg").read_bytes() == pictures.jpeg(320, 240)
    shown = run(stack.url, "links", gallery)
    assert shown.returncode == 0, shown.stderr
    (original,) = [line.split()[-1] for line in shown.stdout.splitlines() if "/rtp-archived-files/" in line]
    assert requests.get(original, timeout=30).content == pictures.jpeg(320, 240)
    assert run(stack.url, "links", gallery, "--output", tmp_path / "out").returncode == 0
    assert len(list((tmp_path / "out").iterdir())) == 8


def test_links_that_nobody_can_have_harm_nothing(stack):
    request_id = stack.ask({"source": {"key": "uploads/none"}, "preset": "gallery"})
    before = stack.follow(request_id)
    assert before["status"] == "failed"
    stack.wait_until_owners_are_told()
    # A body is not needed, and not looked at.
    for known, options in [(request_id, {}), ("never-asked", {"data": "a=b"}), ("x", {"json": {"kind": "outcome"}})]:
        assert renew(stack, known, **options).status_code == 202
    for impossible in ["x" * 129, "it's", "-", "a%22%2C%22kind%22%3A%22outcome"]:
        answer = renew(stack, impossible)
        assert answer.status_code == 404 and answer.headers["Content-Type"] == "application/problem+json"
    other = requests.get(f"{stack.url}/requests/{request_id}/links", timeout=30)
    assert other.status_code == 405 and other.headers["Allow"] == "POST"
    stack.wait_until_owners_are_told()
    assert stack.record(request_id) == before
    assert [stack.queue_depth(name) for name in ["rtp-notifier-dlq", "rtp-unreadable-dlq"]] == [0, 0]
    assert run(stack.url, "links", request_id).returncode == 1
    unknown = run(stack.url, "links", "never-asked")
    assert unknown.returncode == 1 and "no request “never-asked” is known" in unknown.stderr
