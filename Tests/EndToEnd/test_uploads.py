"""Names of uploads: whatever a caller calls a file, it is kept under a safe key or refused in words."""

import http.client
import json

import pytest
import requests

import pictures

# A caller's bytes on the wire; HTTP clients would fold some of them away.
REFUSED = [
    "..", "%2e%2e", ".", "..%2F..%2Fetc%2Fpasswd", "a%2F%2E%2E%2Fb.jpg", "a%2F%2Fb.jpg", "%2Fa.jpg", "a.jpg%2F",
    "a%00b.jpg", "a%0Ab.jpg", "a%0D%0AX-Evil%3A1.jpg", "a%7Fb.jpg", "a%C2%85b.jpg", "a%E2%80%A8b.jpg", "%ff%fe.jpg",
    "a%E2%80%AEgpj.exe", "%E2%81%A6a.jpg", "%20%20", "%C2%A0", "%E3%80%80%20", "%00", "%ff",
    "a" * 980 + ".jpg", "%C3%BC" * 490 + ".jpg", "a" * 5000,
]
TAKEN = {
    "...": "...", "a..b.jpg": "a..b.jpg", "a%2Fb.jpg": "a/b.jpg", "%20.jpg": " .jpg", "a%22b%27c.jpg": "a\"b'c.jpg",
    "%3Cscript%3E.jpg": "<script>.jpg", "a%5Cb.jpg": "a\\b.jpg", "a%3Fb%23c.jpg": "a?b#c.jpg", "a+b.jpg": "a+b.jpg",
    "%C3%BC%F0%9F%98%80.jpg": "ü😀.jpg", "100%25.jpg": "100%.jpg",
}


def put(stack, name, data):
    connection = http.client.HTTPConnection(stack.url.removeprefix("http://"), timeout=30)
    connection.request("PUT", "/files/" + name, body=data)
    answer = connection.getresponse()
    return answer, json.loads(answer.read())


@pytest.mark.parametrize("name", REFUSED, ids=lambda name: name[:24])
def test_a_name_that_could_do_harm_is_refused_in_words(stack, name):
    answer, body = put(stack, name, b"x")
    assert answer.status == 400, body
    assert answer.getheader("Content-Type") == "application/problem+json"
    assert "Location" not in answer.headers and "X-Evil" not in answer.headers
    assert body["title"] and "key" not in body


@pytest.mark.parametrize("name", TAKEN, ids=lambda name: name)
def test_a_name_that_only_looks_odd_is_kept_to_the_letter(stack, name):
    data = pictures.jpeg(32, 24)
    answer, body = put(stack, name, data)
    assert answer.status == 201, body
    assert body["key"].split("/", 2)[2] == TAKEN[name]
    assert requests.get(body["url"], timeout=30).content == data
    head = stack.client("s3").head_object(Bucket="rtp-request-files", Key=body["key"])
    assert head["ContentLength"] == len(data)


def test_two_uploads_of_one_name_are_two_files(stack):
    first, second = (stack.upload(data, "photo.jpg") for data in (b"first", b"second"))
    assert first["key"] != second["key"]
    assert requests.get(first["url"], timeout=30).content == b"first"
    assert requests.get(second["url"], timeout=30).content == b"second"
