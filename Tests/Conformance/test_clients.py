"""The stack by the command lines that people type: AWS's own (version 1, from PyPI), `awslocal` and curl."""

import json
import os
import pathlib
import subprocess
import sys

import pytest
import requests

MEGABYTE = 1 << 20
AWSLOCAL = pathlib.Path(__file__).resolve().parents[2] / "local-stack" / "awslocal"
# Nothing listens there: whoever leaves this machine fails at once.
NOWHERE = "http://127.0.0.1:9"


def run(*command, environment=None, stdin=b"", fails=False):
    done = subprocess.run(
        [str(word) for word in command], env=environment, input=stdin, capture_output=True, timeout=120, check=False
    )
    assert (done.returncode != 0) == fails, (done.stdout + done.stderr).decode(errors="replace")
    return done.stderr.decode(errors="replace") if fails else done.stdout


@pytest.fixture
def aws(request, local_stack):
    """Runs `aws --endpoint-url …` and answers its output, as an object where it is JSON; over HTTPS where asked to."""
    is_secure = getattr(request, "param", "http") == "https"
    environment = local_stack.environment(**({"AWS_CA_BUNDLE": local_stack.authority} if is_secure else {}))
    address = local_stack.https_url if is_secure else local_stack.url

    def call(*words, **settings):
        command = [sys.executable, "-m", "awscli", "--endpoint-url", address, *words]
        output = run(*command, environment=environment, **settings)
        return json.loads(output) if output and output[:1] in (b"{", b"[") else output

    return call


both_ways = pytest.mark.parametrize("aws", ["http", "https"], indirect=True)


# aws s3


def test_files_are_copied_listed_and_removed(aws, bucket, tmp_path):
    (tmp_path / "a photo.jpg").write_bytes(b"\xff\xd8hello")
    aws("s3", "cp", tmp_path / "a photo.jpg", f"s3://{bucket}/in/ä photo.jpg")
    listed = aws("s3", "ls", f"s3://{bucket}", "--recursive", "--human-readable", "--summarize").decode()
    assert "in/ä photo.jpg" in listed and "Total Objects: 1" in listed
    assert "PRE in/" in aws("s3", "ls", f"s3://{bucket}/").decode()
    head = aws("s3api", "head-object", "--bucket", bucket, "--key", "in/ä photo.jpg")
    assert (head["ContentType"], head["ContentLength"]) == ("image/jpeg", 7)
    aws("s3", "mv", f"s3://{bucket}/in/ä photo.jpg", f"s3://{bucket}/out")
    aws("s3", "cp", f"s3://{bucket}/out", tmp_path / "back")
    assert (tmp_path / "back").read_bytes() == b"\xff\xd8hello"
    aws("s3", "rm", f"s3://{bucket}", "--recursive")
    assert aws("s3", "ls", f"s3://{bucket}") == b""


@both_ways
def test_bytes_are_streamed_through_pipes(aws, bucket):
    data = os.urandom(100_000)
    aws("s3", "cp", "-", f"s3://{bucket}/stream", stdin=data)
    assert aws("s3", "cp", f"s3://{bucket}/stream", "-") == data


@both_ways
def test_a_large_file_goes_and_comes_in_parts(aws, bucket, tmp_path):
    data = os.urandom(20 * MEGABYTE)
    (tmp_path / "large").write_bytes(data)
    aws("s3", "cp", tmp_path / "large", f"s3://{bucket}/large", "--quiet")
    aws("s3", "cp", f"s3://{bucket}/large", f"s3://{bucket}/copy", "--quiet")
    aws("s3", "cp", f"s3://{bucket}/copy", tmp_path / "back", "--quiet")
    assert (tmp_path / "back").read_bytes() == data


def test_a_folder_is_kept_in_step(aws, bucket, tmp_path):
    folder = tmp_path / "photos"
    (folder / "deep").mkdir(parents=True)
    for name in ("a", "b", "deep/c"):
        (folder / name).write_text(name)
    assert aws("s3", "sync", folder, f"s3://{bucket}").count(b"upload: ") == 3
    assert aws("s3", "sync", folder, f"s3://{bucket}") == b""
    (folder / "a").unlink()
    (folder / "b").write_text("changed")
    changes = aws("s3", "sync", "--delete", folder, f"s3://{bucket}").decode()
    assert (changes.count("delete: "), changes.count("upload: ")) == (1, 1)
    aws("s3", "sync", f"s3://{bucket}", tmp_path / "copy")
    assert (tmp_path / "copy" / "b").read_text() == "changed"
    assert (tmp_path / "copy" / "deep" / "c").read_text() == "deep/c"


def test_buckets_come_and_go(aws, new_name):
    name = new_name("command")
    aws("s3", "mb", f"s3://{name}")
    assert name in aws("s3", "ls").decode()
    aws("s3", "rb", f"s3://{name}", "--force")
    assert "NoSuchBucket" in aws("s3", "ls", f"s3://{name}", fails=True)


def test_a_link_of_the_command_line_is_good(aws, bucket, local_stack):
    aws("s3", "cp", "-", f"s3://{bucket}/a", stdin=b"hello")
    link = aws("s3", "presign", f"s3://{bucket}/a", "--expires-in", "60").decode().strip()
    assert requests.get(link, timeout=10, verify=local_stack.authority).content == b"hello"


# The other services


def test_messages_go_through_a_topic_into_a_queue(aws, new_name):
    name = new_name("queue")
    queue = aws("sqs", "create-queue", "--queue-name", name)["QueueUrl"]
    topic = aws("sns", "create-topic", "--name", name)["TopicArn"]
    arn = f"arn:aws:sqs:us-east-1:000000000000:{name}"
    aws("sns", "subscribe", "--topic-arn", topic, "--protocol", "sqs", "--notification-endpoint", arn)
    aws("sns", "publish", "--topic-arn", topic, "--subject", "news", "--message", "grüße")
    aws("sqs", "send-message", "--queue-url", queue, "--message-body", "direct")
    bodies = set()
    while len(bodies) < 2:
        received = aws("sqs", "receive-message", "--queue-url", queue, "--wait-time-seconds", "5")["Messages"]
        for message in received:
            body = message["Body"]
            bodies.add(body if body == "direct" else json.loads(body)["Message"])
            aws("sqs", "delete-message", "--queue-url", queue, "--receipt-handle", message["ReceiptHandle"])
    assert bodies == {"grüße", "direct"}
    aws("sqs", "delete-queue", "--queue-url", queue)
    assert "NonExistentQueue" in aws("sqs", "get-queue-url", "--queue-name", name, fails=True)


def test_items_are_written_and_read(aws, new_name):
    table = new_name("table")
    aws(
        *("dynamodb", "create-table", "--table-name", table, "--billing-mode", "PAY_PER_REQUEST"),
        *("--attribute-definitions", "AttributeName=id,AttributeType=S"),
        *("--key-schema", "AttributeName=id,KeyType=HASH"),
    )
    aws("dynamodb", "put-item", "--table-name", table, "--item", '{"id": {"S": "a"}, "n": {"N": "1.50"}}')
    got = aws("dynamodb", "get-item", "--table-name", table, "--key", '{"id": {"S": "a"}}')
    assert got["Item"] == {"id": {"S": "a"}, "n": {"N": "1.5"}}
    aws("dynamodb", "delete-table", "--table-name", table)
    answer = aws("dynamodb", "describe-table", "--table-name", table, fails=True)
    assert "ResourceNotFoundException" in answer


def test_mails_land_in_the_outbox(aws, local_stack, new_name):
    subject = new_name("subject")
    aws("ses", "verify-email-identity", "--email-address", "sender@example.com")
    identifier = aws(
        *("ses", "send-email", "--from", "sender@example.com", "--to", "owner@example.com"),
        *("--subject", subject, "--text", "done"),
    )["MessageId"]
    mails = requests.get(f"{local_stack.url}/_aws/ses", timeout=10).json()["messages"]
    assert [mail["Subject"] for mail in mails if mail["Id"] == identifier] == [subject]


def test_the_caller_is_known(aws):
    assert aws("sts", "get-caller-identity")["Account"] == "000000000000"


# What the command line makes of its settings


def test_version_1_heeds_the_endpoint_setting_for_s3_but_not_for_queues(local_stack):
    """The reason for `awslocal`: `aws sqs` goes to the cloud whatever AWS_ENDPOINT_URL says."""
    environment = local_stack.environment(
        AWS_ENDPOINT_URL=local_stack.url,
        AWS_MAX_ATTEMPTS="1",
        HTTP_PROXY=NOWHERE,
        HTTPS_PROXY=NOWHERE,
        NO_PROXY="127.0.0.1",
    )
    run(sys.executable, "-m", "awscli", "s3", "ls", environment=environment)
    answer = run(sys.executable, "-m", "awscli", "sqs", "list-queues", environment=environment, fails=True)
    assert "queue.amazonaws.com" in answer or NOWHERE in answer


@pytest.mark.parametrize("words", [["s3", "ls"], ["sqs", "list-queues"], ["sns", "create-topic", "--name", "any"]])
def test_awslocal_reaches_every_service(local_stack, words):
    environment = local_stack.environment(LOCAL_STACK_URL=local_stack.url)
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION"):
        del environment[name]
    environment["PATH"] = f"{pathlib.Path(sys.executable).parent}:{environment['PATH']}"
    run(AWSLOCAL, *words, environment=environment)


# curl


def test_curl_is_told_to_go_on_before_it_sends(local_stack, bucket, tmp_path):
    (tmp_path / "photo").write_bytes(os.urandom(3 * MEGABYTE))
    place = {"Bucket": bucket, "Key": "a"}
    to, back = (local_stack.client("s3").generate_presigned_url(name, place) for name in ("put_object", "get_object"))
    done = subprocess.run(
        ["curl", "--silent", "--show-error", "--verbose", "--fail", "--expect100-timeout", "60"]
        + ["--header", "Expect: 100-continue", "--upload-file", tmp_path / "photo", to],
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert b"100 Continue" in done.stderr
    assert b"Done waiting for 100-continue" not in done.stderr
    run("curl", "--silent", "--fail", "--output", tmp_path / "back", back)
    assert (tmp_path / "back").read_bytes() == (tmp_path / "photo").read_bytes()


def test_curl_does_not_send_what_will_be_refused(local_stack, bucket, tmp_path):
    (tmp_path / "photo").write_bytes(bytes(MEGABYTE))
    link = f"{local_stack.url}/{bucket}/a?AWSAccessKeyId=test&Signature=wrong&Expires=9999999999"
    output = run(
        *("curl", "--silent", "--expect100-timeout", "60", "--header", "Expect: 100-continue"),
        *("--write-out", "\n%{http_code} %{size_upload}", "--upload-file", tmp_path / "photo", link),
    ).decode()
    assert "SignatureDoesNotMatch" in output and output.endswith("\n403 0")


def test_curl_reads_ranges_over_https(local_stack, bucket):
    s3 = local_stack.client("s3", secure=True)
    s3.put_object(Bucket=bucket, Key="a", Body=b"0123456789")
    address, head = (
        s3.generate_presigned_url(name, {"Bucket": bucket, "Key": "a"}) for name in ("get_object", "head_object")
    )
    trust = ("--cacert", local_stack.authority)
    assert run("curl", "--silent", "--fail", *trust, "--range", "2-4", address) == b"234"
    assert b"Content-Length: 10" in run("curl", "--silent", "--fail", *trust, "--head", head)
    # Without the authority there is no trust.
    run("curl", "--silent", "--fail", address, fails=True)
