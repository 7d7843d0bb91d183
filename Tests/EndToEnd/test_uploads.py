"""Names of uploads: whatever a caller calls a file, it is kept under a safe key or refused in words."""

import http.client
import json
import re

import pytest
import requests

import pictures

# A caller's bytes on the wire; HTTP clients would fold some of them away.
CLIMBS = ["..", "%2e%2e", ".", "..%2F..%2Fetc%2Fpasswd", "a%2F%2E%2E%2Fb.jpg", "a%2F%2Fb.jpg", "%2Fa.jpg", "a.jpg%2F"]
HIDES = [
    "a%0Ab.jpg", "a%0D%0AX-Evil%3A1.jpg", "a%7Fb.jpg", "a%C2%85b.jpg", "a%E2%80%A8b.jpg", "a%E2%80%AEgpj.exe",
    "%E2%81%A6a.jpg",
]
BLANK = ["%20%20", "%C2%A0", "%E3%80%80%20", "%E3%85%A4", "%E2%A0%80", "%C2%AD", "%EF%B8%8F", "%CC%81", "%F3%A0%81%81"]
NO_TEXT = ["a%00b.jpg", "%00", "%ff%fe.jpg", "%ff"]
# Letters take one or two bytes, and a key has 1,024 of them.
TOO_LONG = {"a" * 980: 980, "a" * 980 + ".jpg": 984, "%C3%BC" * 490 + ".jpg": 984, "a%20" * 500: 1000, "a" * 5000: 5000}
REFUSED = (
    [(name, "invalid_name", "an empty part, '.' or '..' between slashes") for name in CLIMBS]
    + [(name, "invalid_name", "a control character, or one that turns a text around") for name in HIDES]
    + [(name, "invalid_name", "nothing that can be seen") for name in BLANK]
    + [(name, "invalid_request", "%00, or escapes that are not UTF-8") for name in NO_TEXT]
    + [(name, "name_too_long", f"{count} bytes of UTF-8, where 979 are possible") for name, count in TOO_LONG.items()]
)
TAKEN = {
    "...": "...", "a..b.jpg": "a..b.jpg", "a%2Fb.jpg": "a/b.jpg", "%20.jpg": " .jpg", "a%22b%27c.jpg": "a\"b'c.jpg",
    "%3Cscript%3E.jpg": "<script>.jpg", "a%5Cb.jpg": "a\\b.jpg", "a%3Fb%23c.jpg": "a?b#c.jpg", "a+b.jpg": "a+b.jpg",
    "%C3%BC%F0%9F%98%80.jpg": "ü😀.jpg", "100%25.jpg": "100%.jpg",
}


def stored(stack):
    """The keys that the bucket of requests has."""
    answer = stack.client("s3").list_objects_v2(Bucket="rtp-request-files")
    return [entry["Key"] for entry in answer.get("Contents", [])]


def put(stack, name, data, folder="/files/"):
    connection = http.client.HTTPConnection(stack.url.removeprefix("http://"), timeout=30)
    connection.request("PUT", folder + name, body=data)
    answer = connection.getresponse()
    return answer, json.loads(answer.read())


@pytest.mark.parametrize("name, code, words", REFUSED, ids=[name[:24] for name, *_ in REFUSED])
def test_a_name_that_could_do_harm_is_refused_in_words(stack, name, code, words):
    answer, body = put(stack, name, b"x")
    assert answer.status == 400, body
    assert answer.getheader("Content-Type") == "application/problem+json"
    assert "Location" not in answer.headers and "X-Evil" not in answer.headers
    assert (body["status"], body["code"]) == (400, code) and words in body["detail"] and body["title"] and "key" not in body
    assert re.search(r"979 |UTF-8", body["detail"]) and re.search(r"upload it again|ask again", body["detail"])
    # The policy of the bucket cannot tell which characters hide; what came in by such a name is no source.
    assert len(stored(stack)) == (code == "invalid_name" and "between slashes" not in words)
    for key in stored(stack):
        answer = stack.post({"source": {"key": key}, "preset": "gallery"})
        assert answer.status_code == 400 and "/source/key" in answer.text, answer.text


def test_under_an_id_of_the_callers_a_refusal_stays_one(stack):
    folder = "/uploads/5f3c7d1e9a2b4c6d/"
    for name, limit in (("a%0Ab.jpg", "1 to 999"), ("..", "1 to 999"), ("a" * 1000, "where 999"), ("a" * 999, None)):
        for status in (201, 409) if limit is None else (400, 400):
            answer, body = put(stack, name, b"x", folder)
            assert answer.status == status and answer.getheader("Content-Type").startswith("application/")
            assert limit is None or limit in body["detail"] and body["code"] in ("invalid_name", "name_too_long")
    kept = stored(stack)
    for upload in ("short", "%C3%BC" * 15, "a" * 8 + "%2F" + "a" * 8, "a" * 1015, "..", "%2F" + "a" * 20):
        answer, body = put(stack, "a.jpg", b"x", f"/uploads/{upload}/")
        assert answer.status == 400 and body["code"] == "invalid_upload_id", (upload, body)
        assert re.search("16 characters or more|shorter", body["detail"])
    assert stored(stack) == kept
    for upload in ("a" * 65, "under_scores_are_some", "%C3%BC" * 16, "what%20can%20be%20seen%3F%23%25%22%2B+"):
        answer, body = put(stack, "a.jpg", b"x", f"/uploads/{upload}/")
        assert answer.status == 201 and stack.stored(body["key"]) == b"x", (upload, body)


def test_whoever_has_the_accounts_keys_puts_files_where_they_like(stack):
    stack.client("s3").put_object(Bucket="rtp-request-files", Key="uploads/big.jpg", Body=pictures.jpeg(32, 24))
    assert stack.post({"source": {"key": "uploads/big.jpg"}, "preset": "gallery"}).status_code == 202


@pytest.mark.parametrize("name", TAKEN, ids=lambda name: name)
def test_a_name_that_only_looks_odd_is_kept_to_the_letter(stack, name):
    data = pictures.jpeg(32, 24)
    answer, body = put(stack, name, data)
    assert answer.status == 201, body
    assert body["key"].split("/", 2)[2] == TAKEN[name]
    assert stack.stored(body["key"]) == data


def test_an_open_upload_has_an_address(start_stack):
    stack = start_stack(UploadsArePublic="true")
    for name in TAKEN:
        answer, body = put(stack, name, name.encode())
        assert answer.status == 201, body
        assert requests.get(body["url"], timeout=30).content == name.encode()


def test_uploads_have_no_address(stack):
    for folder in ("/files/", "/uploads/5f3c7d1e9a2b4c6d/"):
        answer, body = put(stack, "a%22b.jpg", b"x", folder)
        assert answer.status == 201 and list(body) == ["key"] and body["key"].endswith('/a"b.jpg')
        shown = requests.get(f"{stack.url}/{body['key']}", timeout=30)
        assert shown.status_code == 405 and shown.headers["Allow"] == "PUT"
        refused, body = put(stack, "..", b"x", folder)
        assert refused.status == 400 and body["code"] == "invalid_name"
    upload = requests.get(f"{stack.url}/openapi.json", timeout=30).json()["components"]["schemas"]["Upload"]
    assert upload["required"] == ["key"]


def test_two_uploads_of_one_name_are_two_files(stack):
    first, second = (stack.upload(data, "photo.jpg") for data in (b"first", b"second"))
    assert first["key"] != second["key"]
    assert stack.stored(first["key"]) == b"first"
    assert stack.stored(second["key"]) == b"second"
