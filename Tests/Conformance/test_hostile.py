"""Requests that no client library sends: S3 stores nothing of them and goes on."""

import os
import socket

import pytest

from signing import signed_head

CHUNKED = (
    "Content-Encoding: aws-chunked\r\nx-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER\r\n"
    "x-amz-trailer: x-amz-checksum-crc32\r\nx-amz-decoded-content-length: 5\r\n"
)
FRAMES = b"5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n"


@pytest.fixture
def talk(local_stack, bucket):
    """Sends a head and bytes over a socket; answers what comes back first, or hangs up without waiting for it."""

    def send(headers, body, hangs_up=False):
        with socket.create_connection(("127.0.0.1", local_stack.port), timeout=20) as connection:
            if "Authorization: " not in headers:
                headers = signed_head("PUT", f"/{bucket}/object", "localhost", headers)
            head = f"PUT /{bucket}/object HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n"
            connection.sendall(head.encode() + body)
            return "" if hangs_up else connection.recv(65_536).decode(errors="replace")

    yield send
    assert local_stack.client("s3").list_objects_v2(Bucket=bucket)["KeyCount"] == 0


@pytest.mark.parametrize("sent", [0, 1, 50_000])
def test_half_a_body(talk, sent):
    talk("Content-Length: 100000\r\n", os.urandom(sent), hangs_up=True)


@pytest.mark.parametrize(
    ("frames", "status"),
    [
        (FRAMES[:7], 400),
        (FRAMES[:-2], 400),
        (b"5\r\nhello!\r\n0\r\n\r\n", 400),
        (b"zz\r\nhello\r\n0\r\n\r\n", 400),
        (b"5\r\nhello\r\n0\r\n\r\n", 400),
        (b"fffffffffffffff\r\nhello\r\n0\r\n\r\n", 400),
        (FRAMES.replace(b"NhCmhg==", b"AAAAAA=="), 400),
        (b"5\r\nhello\r\n5\r\nworld\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n", 400),
    ],
)
def test_broken_chunks(talk, frames, status):
    answer = talk(CHUNKED + f"Content-Length: {len(frames)}\r\n", frames)
    assert answer.startswith(f"HTTP/1.1 {status} ")


def test_broken_transfer_chunks(talk):
    answer = talk(CHUNKED + "Transfer-Encoding: chunked\r\n", b"zz\r\n" + FRAMES + b"\r\n0\r\n\r\n")
    assert answer.startswith("HTTP/1.1 400 ")


def test_transfer_chunks_that_break_off(talk):
    talk(CHUNKED + "Transfer-Encoding: chunked\r\n", b"%x\r\n" % len(FRAMES) + FRAMES, hangs_up=True)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ("Content-Length: 5\r\nContent-Length: 6\r\n", 400),
        ("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", 400),
        ("Content-Length: -5\r\n", 400),
        ("Content-Length: 5x\r\n", 400),
        ("Transfer-Encoding: gzip\r\n", 501),
        ("Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n", 411),
        ("Content-Length: 99999999999999\r\nExpect: 100-continue\r\n", 400),
        ("Content-Length: 5\r\nContent-MD5: x\r\n", 400),
        ("Content-Length: 5\r\nAuthorization: AWS4-HMAC-SHA256 Credential=test\r\n", 400),
        ("Content-Length: 5\r\nAuthorization: AWS test:wrong\r\nDate: now\r\n", 400),
    ],
)
def test_heads_that_lie(talk, headers, status):
    answer = talk(headers, b"hello")
    assert answer.startswith(f"HTTP/1.1 {status} ")


def test_a_short_length_leaves_the_rest_unread(local_stack, bucket):
    """Bytes behind the body are the next request, and no good one."""
    with socket.create_connection(("127.0.0.1", local_stack.port), timeout=20) as connection:
        headers = signed_head("PUT", f"/{bucket}/a", "x", "Content-Length: 2\r\n")
        connection.sendall(f"PUT /{bucket}/a HTTP/1.1\r\nHost: x\r\n{headers}\r\nhello".encode())
        assert connection.recv(65_536).startswith(b"HTTP/1.1 200 ")
    assert local_stack.client("s3").get_object(Bucket=bucket, Key="a")["Body"].read() == b"he"
