"""What S3 acknowledged is there after SIGKILL, and what it did not is not there by halves."""

import hashlib
import socket
import threading

import requests

from signing import signed_head

THREADS = 6
ACKNOWLEDGED_BEFORE_THE_END = 150


def content(key):
    """Bytes that only this key has, of a length that the key decides."""
    seed = hashlib.sha256(key.encode()).digest()
    return seed * (1 + seed[0] * 8)


def files_of_objects(folder):
    """The files with objects' bytes, finished or not: their names have 32 digits."""
    return [file for file in folder.rglob("*") if len(file.name) == 32]


def write_until_it_ends(s3, number, acknowledged, is_enough):
    """Puts objects, replaces and deletes some, and notes what the stack has said yes to."""

    def link(action, key):
        return s3.generate_presigned_url(action, {"Bucket": "photos", "Key": key})

    # Requests, not boto3: nothing may be repeated behind our back.
    with requests.Session() as session:
        for index in range(10_000):
            key = f"{number}/{index}"
            try:
                session.put(link("put_object", key), content(key), timeout=30).raise_for_status()
                acknowledged[key] = True
                if index % 5 == 4:
                    old = f"{number}/{index - 2}"
                    acknowledged[old] = None
                    session.delete(link("delete_object", old), timeout=30).raise_for_status()
                    acknowledged[old] = False
            except requests.RequestException:
                return
            if len(acknowledged) >= ACKNOWLEDGED_BEFORE_THE_END:
                is_enough.set()


def test_a_killed_stack_has_what_it_acknowledged(start_stack):
    stack = start_stack()
    stack.client("s3").create_bucket(Bucket="photos")
    acknowledged, is_enough = {}, threading.Event()
    writers = [
        threading.Thread(target=write_until_it_ends, args=(stack.client("s3"), number, acknowledged, is_enough))
        for number in range(THREADS)
    ]
    for writer in writers:
        writer.start()
    assert is_enough.wait(120)
    stack.kill()
    for writer in writers:
        writer.join()

    s3 = start_stack().client("s3")
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket="photos")
    listed = {entry["Key"]: entry for page in pages for entry in page.get("Contents", [])}
    for key, is_there in acknowledged.items():
        # None: its deletion was asked for and not answered.
        assert is_there is None or (key in listed) == is_there
    for key, entry in listed.items():
        assert s3.get_object(Bucket="photos", Key=key)["Body"].read() == content(key)
        assert entry["ETag"] == f'"{hashlib.md5(content(key)).hexdigest()}"'


def test_a_killed_stack_leaves_no_bytes_that_no_object_has(start_stack, tmp_path):
    stack = start_stack()
    s3 = stack.client("s3")
    s3.create_bucket(Bucket="photos")
    s3.put_object(Bucket="photos", Key="whole", Body=b"hello")

    with socket.create_connection(("127.0.0.1", stack.port), timeout=30) as connection:
        headers = signed_head("PUT", "/photos/half", "x", "Content-Length: 400000\r\nExpect: 100-continue\r\n")
        connection.sendall(f"PUT /photos/half HTTP/1.1\r\nHost: x\r\n{headers}\r\n".encode())
        assert b" 100 " in connection.recv(1000)
        connection.sendall(bytes(200_000))
        assert len(files_of_objects(tmp_path)) == 2
        stack.kill()
    s3 = start_stack().client("s3")
    assert [entry["Key"] for entry in s3.list_objects_v2(Bucket="photos")["Contents"]] == ["whole"]
    assert [file.read_bytes() for file in files_of_objects(tmp_path)] == [b"hello"]
