"""Who may ask for what: nobody without a signature that is right, as in the cloud, and everybody with a link until it ends."""

import json
import subprocess
import sys
import urllib.parse

import boto3
import pytest
import requests
from botocore import UNSIGNED
from botocore.auth import S3SigV4Auth, SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.exceptions import ClientError


SECRET = b"a private picture"
SIGNERS = pytest.mark.parametrize("version", ["s3", "s3v4"])


@pytest.fixture
def private(local_stack, bucket):
    """The address of an object that is somebody's."""
    local_stack.client("s3").put_object(Bucket=bucket, Key="a", Body=SECRET)
    return f"{local_stack.url}/{bucket}/a"


def refuses(answer, code="AccessDenied"):
    assert answer.status_code == 403, (answer.status_code, answer.text)
    assert answer.request.method == "HEAD" or f"<Code>{code}</Code>" in answer.text
    assert SECRET not in answer.content
    return True


# S3 without a signature


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "POST", "DELETE"])
@pytest.mark.parametrize(
    "target", ["", "?acl", "?tagging", "?uploads", "?uploadId=x", "?attributes", "?partNumber=1&uploadId=x", "?versionId=null"]
)
def test_nobody_reaches_an_object(local_stack, private, method, target):
    assert refuses(requests.request(method, private + target, data=b"x", timeout=10))
    bucket, key = private.rsplit("/", 2)[1:]
    assert local_stack.client("s3").get_object(Bucket=bucket, Key=key)["Body"].read() == SECRET


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "POST", "DELETE"])
@pytest.mark.parametrize("target", ["", "?list-type=2", "?uploads", "?versions", "?lifecycle", "?policy", "?delete", "?location"])
def test_nobody_reaches_a_bucket(private, method, target):
    assert refuses(requests.request(method, private.rsplit("/", 1)[0] + target, data=b"x", timeout=10))


def test_nobody_learns_which_buckets_and_objects_there_are(local_stack, private, new_name):
    for path in ("/", f"/{new_name('none')}", f"/{new_name('none')}/a"):
        assert refuses(requests.get(local_stack.url + path, timeout=10))
    assert refuses(requests.get(private + "-none", timeout=10))


def test_nobody_copies_what_is_private(local_stack, private, bucket):
    source = {"x-amz-copy-source": f"/{bucket}/a"}
    assert refuses(requests.put(f"{local_stack.url}/{bucket}/mine", headers=source, timeout=10))
    with pytest.raises(ClientError):
        local_stack.client("s3").head_object(Bucket=bucket, Key="mine")


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "{bucket}.s3.amazonaws.com"}, {"Host": "{bucket}.localhost"}, {"X-Forwarded-For": "127.0.0.1"},
        {"X-HTTP-Method-Override": "GET"}, {"x-amz-security-token": "test"}, {"x-amz-date": "20260101T000000Z"},
        {"Referer": "http://127.0.0.1/"}, {"Cookie": "AWSAccessKeyId=test"},
    ],
    ids=lambda headers: "".join(headers),
)  # fmt: skip
def test_nobody_becomes_somebody_by_a_header(local_stack, private, bucket, headers):
    headers = {name: value.format(bucket=bucket) for name, value in headers.items()}
    address = f"{local_stack.url}/a" if bucket in headers.get("Host", "") else private
    assert refuses(requests.get(address, headers=headers, timeout=10))


def test_a_client_without_credentials_is_refused(local_stack, private, bucket):
    s3 = boto3.client("s3", endpoint_url=local_stack.url, region_name="us-east-1", config=Config(signature_version=UNSIGNED))
    for call in (
        lambda: s3.get_object(Bucket=bucket, Key="a"),
        lambda: s3.put_object(Bucket=bucket, Key="b", Body=b"x"),
        lambda: s3.list_objects_v2(Bucket=bucket),
        lambda: s3.delete_object(Bucket=bucket, Key="a"),
        lambda: s3.create_bucket(Bucket="mine-now"),
    ):
        with pytest.raises(ClientError) as error:
            call()
        assert error.value.response["Error"]["Code"] == "AccessDenied"


def test_the_command_lines_are_refused_without_a_signature(local_stack, private, bucket):
    command = [sys.executable, "-m", "awscli", "--endpoint-url", local_stack.url]
    for words, code in (
        (["s3", "cp", f"s3://{bucket}/a", "-", "--no-sign-request"], "403"),
        (["s3api", "get-object", "--bucket", bucket, "--key", "a", "/dev/null", "--no-sign-request"], "AccessDenied"),
        (["sqs", "list-queues", "--no-sign-request"], "MissingAuthenticationToken"),
        (["dynamodb", "list-tables", "--no-sign-request"], "MissingAuthenticationToken"),
    ):
        done = subprocess.run(command + words, env=local_stack.environment(), capture_output=True, text=True, timeout=120)
        assert done.returncode != 0 and code in done.stderr, done.stderr
        assert SECRET.decode() not in done.stdout
    done = subprocess.run(
        command + ["s3", "cp", f"s3://{bucket}/a", "-"], env=local_stack.environment(), capture_output=True, timeout=120
    )
    assert done.stdout == SECRET
    curl = subprocess.run(["curl", "--silent", "--fail", private], capture_output=True, timeout=60)
    assert (curl.returncode, curl.stdout) == (22, b"")


# Wrong signatures


def test_an_unknown_key_is_refused_whatever_it_signed(local_stack, private, bucket):
    for key in ("AKIDEXAMPLE", "test2", "Test", "00000000000", "test/test"):
        s3 = local_stack.client("s3", aws_access_key_id=key)
        with pytest.raises(ClientError) as error:
            s3.get_object(Bucket=bucket, Key="a")
        assert error.value.response["Error"]["Code"] == "InvalidAccessKeyId", key
        link = s3.generate_presigned_url("get_object", {"Bucket": bucket, "Key": "a"})
        assert refuses(requests.get(link, timeout=10), "InvalidAccessKeyId")


@pytest.mark.parametrize(
    "service, call",
    [
        ("sqs", "list_queues"), ("sns", "list_topics"), ("dynamodb", "list_tables"), ("ses", "list_identities"),
        ("sesv2", "list_email_identities"), ("sts", "get_caller_identity"),
    ],
)  # fmt: skip
class TestOtherServices:
    def refusal(self, client, call):
        with pytest.raises(ClientError) as error:
            getattr(client, call)()
        answer = error.value.response
        status = 400 if client.meta.service_model.service_name == "dynamodb" else 403
        assert answer["ResponseMetadata"]["HTTPStatusCode"] == status
        return answer["Error"]["Code"]

    def test_nobody_is_served(self, local_stack, service, call):
        client = local_stack.client(service, config=Config(signature_version=UNSIGNED))
        assert "MissingAuthenticationToken" in self.refusal(client, call)

    def test_a_stranger_is_not_served(self, local_stack, service, call):
        code = self.refusal(local_stack.client(service, aws_access_key_id="AKIDEXAMPLE"), call)
        assert code in ("InvalidClientTokenId", "UnrecognizedClientException")

    def test_a_wrong_secret_is_not_served(self, local_stack, service, call):
        code = self.refusal(local_stack.client(service, aws_secret_access_key="wrong"), call)
        assert code in ("SignatureDoesNotMatch", "InvalidSignatureException")

    def test_whoever_signs_is_served(self, local_stack, service, call):
        getattr(local_stack.client(service), call)()
        getattr(local_stack.client(service, aws_access_key_id="123456789012"), call)()


@pytest.mark.parametrize("change", ["body", "path", "query", "method", "host", "header"])
def test_a_signed_request_that_was_changed_is_refused(local_stack, private, bucket, change):
    request = AWSRequest("PUT", private, data=b"mine", headers={"x-amz-meta-owner": "me"})
    S3SigV4Auth(Credentials("test", "test"), "s3", "us-east-1").add_auth(request)
    headers = dict(request.headers)
    method, address, body, code = "PUT", private, b"mine", "SignatureDoesNotMatch"
    if change == "body":
        body, code = b"evil", "XAmzContentSHA256Mismatch"
    elif change == "path":
        address = private + "b"
    elif change == "query":
        address = private + "?tagging"
    elif change == "method":
        method, body = "DELETE", b""
    elif change == "host":
        headers["Host"] = "localhost:1"
    else:
        headers["x-amz-meta-owner"] = "you"
    answer = requests.request(method, address, data=body, headers=headers, timeout=10)
    assert code in answer.text and answer.status_code in (400, 403), answer.text
    assert local_stack.client("s3").get_object(Bucket=bucket, Key="a")["Body"].read() == SECRET


# Links


def parts(link):
    address, query = link.split("?")
    return address, dict(urllib.parse.parse_qsl(query, keep_blank_values=True))


@SIGNERS
def test_a_link_opens_what_it_names_and_nothing_else(local_stack, private, bucket, version):
    s3 = local_stack.client("s3", config=Config(signature_version=version))
    s3.put_object(Bucket=bucket, Key="b", Body=SECRET)
    link = s3.generate_presigned_url("get_object", {"Bucket": bucket, "Key": "a"})
    assert requests.get(link, timeout=10).content == SECRET
    address, query = parts(link)
    name = "X-Amz-Signature" if version == "s3v4" else "Signature"
    wrong = "SignatureDoesNotMatch"
    assert refuses(requests.get(address[:-1] + "b", query, timeout=10), wrong)
    assert refuses(requests.get(address, query | {name: query[name][::-1]}, timeout=10), wrong)
    assert refuses(requests.get(address, query | {name: ""}, timeout=10), wrong)
    for method in ("PUT", "DELETE", "HEAD"):
        assert refuses(requests.request(method, link, timeout=10), wrong)
    assert requests.get(address, {key: query[key] for key in query if key != name}, timeout=10).status_code in (400, 403)
    for stripped in ({}, {name: query[name]}):
        assert refuses(requests.get(address, stripped, timeout=10))


def test_a_link_is_for_one_host_only(local_stack, private, bucket):
    s3 = local_stack.client("s3", config=Config(signature_version="s3v4"))
    link = s3.generate_presigned_url("get_object", {"Bucket": bucket, "Key": "a"})
    assert refuses(requests.get(link, headers={"Host": "example.com"}, timeout=10), "SignatureDoesNotMatch")
    assert refuses(requests.get(link.replace("127.0.0.1", "localhost"), timeout=10), "SignatureDoesNotMatch")


@pytest.mark.parametrize(
    "change",
    [
        {"X-Amz-Expires": "604800"}, {"X-Amz-Date": "20991231T235959Z"}, {"X-Amz-SignedHeaders": ""},
        {"X-Amz-SignedHeaders": "x-none"}, {"X-Amz-Credential": "test/20260101/us-east-1/s3/aws4_request"},
        {"X-Amz-Credential": "000000000000/{day}/us-east-1/s3/aws4_request"}, {"X-Amz-Algorithm": "none"},
        {"X-Amz-Credential": "test/{day}/us-east-1/sqs/aws4_request"}, {"X-Amz-Expires": "-1"}, {"X-Amz-Expires": "604801"},
        {"response-content-type": "text/html"}, {"x": "y"},
    ],
    ids=str,
)  # fmt: skip
def test_no_part_of_a_link_may_be_changed(local_stack, private, bucket, change):
    s3 = local_stack.client("s3", config=Config(signature_version="s3v4"))
    address, query = parts(s3.generate_presigned_url("get_object", {"Bucket": bucket, "Key": "a"}))
    change = {name: value.format(day=query["X-Amz-Date"][:8]) for name, value in change.items()}
    answer = requests.get(address, query | change, timeout=10)
    assert answer.status_code in (400, 403) and SECRET not in answer.content


def test_a_queue_may_be_asked_by_a_link_too(local_stack):
    def link(secret):
        request = AWSRequest("GET", f"{local_stack.url}/", params={"Action": "ListQueues", "Version": "2012-11-05"})
        SigV4QueryAuth(Credentials("test", secret), "sqs", "us-east-1", expires=60).add_auth(request)
        return request.prepare().url

    assert requests.get(link("test"), timeout=10).status_code == 200
    wrong = requests.get(link("wrong"), timeout=10)
    assert (wrong.status_code, "SignatureDoesNotMatch" in wrong.text) == (403, True)


# The clock that is moved by hand


def advance(stack, seconds):
    answer = requests.post(f"{stack.url}/_aws/clock", json={"advanceSeconds": seconds}, timeout=30)
    assert answer.status_code == 200, answer.text


def test_a_link_ends_by_the_stacks_clock_and_a_new_one_begins_by_it(start_stack):
    stack = start_stack()
    s3 = stack.client("s3", config=Config(signature_version="s3v4"))
    s3.create_bucket(Bucket="photos")
    s3.put_object(Bucket="photos", Key="a", Body=SECRET)

    def link(seconds):
        return s3.generate_presigned_url("get_object", {"Bucket": "photos", "Key": "a"}, seconds)

    hour, week = link(3600), link(604_800)
    advance(stack, 3_590)
    assert requests.get(hour, timeout=10).content == SECRET
    advance(stack, 10)
    assert refuses(requests.get(hour, timeout=10)) and requests.get(week, timeout=10).content == SECRET
    advance(stack, 8 * 86_400)
    assert refuses(requests.get(week, timeout=10))
    for _ in range(3):
        new = link(60)
        assert requests.get(new, timeout=10).content == SECRET
        advance(stack, 60)
        assert refuses(requests.get(new, timeout=10))


def test_what_the_api_does_in_its_own_name_needs_no_signature(local_stack):
    """Requests inside the stack are not from the network; what tells them apart cannot be sent."""
    for headers in ({"Host": "s3"}, {"X-Amz-Target": "AmazonSQS.ListQueues"}, {"X-Amz-Target": "DynamoDB_20120810.ListTables"}):
        answer = requests.post(local_stack.url, data=json.dumps({}), headers=headers, timeout=10)
        assert answer.status_code in (400, 403) and ("MissingAuthenticationToken" in answer.text or "AccessDenied" in answer.text)
    form = requests.post(local_stack.url, {"Action": "ListTopics", "Version": "2010-03-31"}, timeout=10)
    assert form.status_code == 403 and "MissingAuthenticationToken" in form.text
