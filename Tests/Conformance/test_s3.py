"""S3 by boto3 with its default settings: over HTTP with checksums in headers, over HTTPS in chunks with trailers."""

import base64
import datetime
import hashlib
import io
import json
import os
import socket
import ssl
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests
from boto3.s3.transfer import TransferConfig
from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

from outcome import outcome

MEGABYTE = 1 << 20
# The bytes that base64 stands for in each checksum of b"hello".
CHECKSUMS = {
    "CRC32": "NhCmhg==",
    "CRC32C": "mnG7TA==",
    "CRC64NVME": "M3eFcAZSQlc=",
    "SHA1": base64.b64encode(hashlib.sha1(b"hello").digest()).decode(),
    "SHA256": base64.b64encode(hashlib.sha256(b"hello").digest()).decode(),
    "SHA512": base64.b64encode(hashlib.sha512(b"hello").digest()).decode(),
    "MD5": base64.b64encode(hashlib.md5(b"hello").digest()).decode(),
}
AWKWARD_KEYS = [
    "plain.jpg",
    "with space+plus&and=?#%.jpg",
    "a//b///c",
    "/leading/slash",
    "trailing/",
    "../../../../etc/passwd",
    "a/./b/../c",
    "Größe/写真/🖼.jpg",
    "%2F%20",
    "line\nbreak\ttab",
    "<&>\"'",
    "x" * 1024,
]


@pytest.fixture
def s3_once(local_stack, s3):
    """The same client without repetition, for errors that boto3 tries again for seconds."""
    secure = s3.meta.endpoint_url.startswith("https")
    return local_stack.client("s3", secure, config=Config(retries={"total_max_attempts": 1}))


@pytest.fixture
def fails():
    """`with fails("NoSuchKey", 404)`: the call must end in that error."""

    class Expectation:
        def __init__(self, code, status):
            self.code, self.status = code, status

        def __enter__(self):
            self.context = pytest.raises(ClientError)
            self.error = self.context.__enter__()
            return self.error

        def __exit__(self, *problem):
            self.context.__exit__(*problem)
            answer = self.error.value.response
            assert (answer["Error"]["Code"], answer["ResponseMetadata"]["HTTPStatusCode"]) == (self.code, self.status)
            return True

    return Expectation


def read(link, local_stack):
    """What a link leads to, by a client that leaves `..` in it alone."""
    trust = ssl.create_default_context(cafile=local_stack.authority)
    return urllib.request.urlopen(link, timeout=10, context=trust).read()


# Objects


@pytest.mark.parametrize("size", [0, 1, 65_536, 3 * MEGABYTE + 1])
def test_an_object_comes_back_as_it_was_put(s3, bucket, size):
    data = os.urandom(size)
    put = s3.put_object(Bucket=bucket, Key="object", Body=data)
    got = s3.get_object(Bucket=bucket, Key="object", ChecksumMode="ENABLED")
    assert got["Body"].read() == data
    assert got["ContentLength"] == size
    assert got["ETag"] == put["ETag"] == f'"{hashlib.md5(data).hexdigest()}"'
    assert got["ChecksumCRC32"] == put["ChecksumCRC32"]
    assert got["ChecksumType"] == "FULL_OBJECT"


@pytest.mark.parametrize("key", AWKWARD_KEYS)
def test_a_key_is_any_text(local_stack, s3, bucket, key):
    s3.put_object(Bucket=bucket, Key=key, Body=key.encode())
    assert s3.get_object(Bucket=bucket, Key=key)["Body"].read() == key.encode()
    assert [entry["Key"] for entry in s3.list_objects_v2(Bucket=bucket)["Contents"]] == [key]
    assert [entry["Key"] for entry in s3.list_objects(Bucket=bucket)["Contents"]] == [key]
    copy = s3.copy_object(Bucket=bucket, Key="copy", CopySource={"Bucket": bucket, "Key": key})
    assert copy["CopyObjectResult"]["ETag"] == s3.head_object(Bucket=bucket, Key=key)["ETag"]
    link = s3.generate_presigned_url("get_object", {"Bucket": bucket, "Key": key})
    assert read(link, local_stack) == key.encode()
    deleted = s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": key}]})
    assert [entry["Key"] for entry in deleted["Deleted"]] == [key]


def test_a_key_longer_than_1024_bytes_is_refused(s3, bucket, fails):
    with fails("KeyTooLongError", 400):
        s3.put_object(Bucket=bucket, Key="ü" * 513, Body=b"")


def test_headers_and_metadata_come_back(s3, bucket):
    given = {
        "ContentType": "image/webp",
        "ContentDisposition": 'attachment; filename="photo.webp"',
        "ContentEncoding": "gzip",
        "ContentLanguage": "pt-BR",
        "CacheControl": "max-age=60",
        "Expires": datetime.datetime(2031, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc),
        "Metadata": {"camera": "X100 \" V", "owner-id": "42", "empty": ""},
    }
    s3.put_object(Bucket=bucket, Key="object", Body=b"hello", **given)
    head = s3.head_object(Bucket=bucket, Key="object")
    assert {name: head[name] for name in given} == given
    assert s3.get_object(Bucket=bucket, Key="object")["Metadata"] == given["Metadata"]
    assert abs(head["LastModified"] - datetime.datetime.now(datetime.timezone.utc)) < datetime.timedelta(minutes=1)


def test_an_object_without_a_type_has_the_one_of_bytes(local_stack, bucket):
    s3 = local_stack.client("s3")
    link = s3.generate_presigned_url("put_object", {"Bucket": bucket, "Key": "object"})
    assert requests.put(link, b"hello", timeout=10).status_code == 200
    assert s3.head_object(Bucket=bucket, Key="object")["ContentType"] == "binary/octet-stream"


@pytest.mark.parametrize(("given", "kept"), [("aws-chunked", None), ("gzip,aws-chunked", "gzip")])
def test_the_encoding_of_the_transfer_is_not_the_objects(s3, bucket, given, kept):
    s3.put_object(Bucket=bucket, Key="object", Body=b"hello", ContentEncoding=given)
    assert s3.head_object(Bucket=bucket, Key="object").get("ContentEncoding") == kept


def test_metadata_has_a_limit(s3, bucket, fails):
    with fails("MetadataTooLarge", 400):
        s3.put_object(Bucket=bucket, Key="object", Body=b"", Metadata={"long": "x" * 2048})


@pytest.mark.parametrize("algorithm", CHECKSUMS)
def test_every_checksum_is_compared_and_kept(s3_once, bucket, fails, algorithm):
    right, member = CHECKSUMS[algorithm], f"Checksum{algorithm}"
    s3_once.put_object(Bucket=bucket, Key="object", Body=b"hello", **{member: right})
    assert s3_once.head_object(Bucket=bucket, Key="object", ChecksumMode="ENABLED")[member] == right
    assert member not in s3_once.head_object(Bucket=bucket, Key="object")
    wrong = base64.b64encode(bytes(len(base64.b64decode(right)))).decode()
    with fails("BadDigest", 400):
        s3_once.put_object(Bucket=bucket, Key="object", Body=b"other", **{member: wrong})
    with fails("InvalidRequest", 400):
        s3_once.put_object(Bucket=bucket, Key="object", Body=b"other", **{member: "AAAA"})
    assert s3_once.get_object(Bucket=bucket, Key="object")["Body"].read() == b"hello"


def test_a_checksum_that_is_not_known_here_is_not_ignored(s3, bucket, fails):
    with fails("NotImplemented", 501):
        s3.put_object(Bucket=bucket, Key="object", Body=b"hello", ChecksumXXHASH64="AAAAAAAAAAA=")


@pytest.mark.parametrize("algorithm", ["CRC32", "SHA1", "SHA256"])
def test_boto3s_own_checksums_are_accepted(s3, bucket, algorithm):
    s3.put_object(Bucket=bucket, Key="object", Body=io.BytesIO(b"hello"), ChecksumAlgorithm=algorithm)
    head = s3.head_object(Bucket=bucket, Key="object", ChecksumMode="ENABLED")
    assert head[f"Checksum{algorithm}"] == CHECKSUMS[algorithm]


def test_an_md5_digest_is_compared(s3_once, bucket, fails):
    right = CHECKSUMS["MD5"]
    s3_once.put_object(Bucket=bucket, Key="object", Body=b"hello", ContentMD5=right)
    with fails("BadDigest", 400):
        s3_once.put_object(Bucket=bucket, Key="object", Body=b"other", ContentMD5=right)
    with fails("InvalidDigest", 400):
        s3_once.put_object(Bucket=bucket, Key="object", Body=b"other", ContentMD5="AAAA")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bytes=0-3", b"0123"),
        ("bytes=4-", b"456789"),
        ("bytes=-3", b"789"),
        ("bytes=-30", b"0123456789"),
        ("bytes=8-80", b"89"),
    ],
)
def test_a_range_is_a_part(s3, bucket, text, expected):
    s3.put_object(Bucket=bucket, Key="object", Body=b"0123456789")
    part = s3.get_object(Bucket=bucket, Key="object", Range=text)
    assert part["Body"].read() == expected
    assert part["ResponseMetadata"]["HTTPStatusCode"] == 206
    start = b"0123456789".index(expected)
    assert part["ContentRange"] == f"bytes {start}-{start + len(expected) - 1}/10"
    assert s3.head_object(Bucket=bucket, Key="object", Range=text)["ContentLength"] == len(expected)


@pytest.mark.parametrize("text", ["bytes=10-", "bytes=-0", "bytes=20-30"])
def test_a_range_behind_the_end_cannot_be_satisfied(s3, bucket, fails, text):
    s3.put_object(Bucket=bucket, Key="object", Body=b"0123456789")
    with fails("InvalidRange", 416):
        s3.get_object(Bucket=bucket, Key="object", Range=text)


@pytest.mark.parametrize("text", ["bytes=3-1", "lines=0-1", "bytes=a-b", "bytes=0-1,3-4"])
def test_a_range_that_is_none_is_ignored(s3, bucket, text):
    s3.put_object(Bucket=bucket, Key="object", Body=b"0123456789")
    got = s3.get_object(Bucket=bucket, Key="object", Range=text)
    assert (got["ResponseMetadata"]["HTTPStatusCode"], got["Body"].read()) == (200, b"0123456789")


def test_conditions_of_a_read(s3, bucket, fails):
    etag = s3.put_object(Bucket=bucket, Key="object", Body=b"hello")["ETag"]
    modified = s3.head_object(Bucket=bucket, Key="object")["LastModified"]
    earlier = modified - datetime.timedelta(hours=1)
    read = dict(Bucket=bucket, Key="object")
    assert s3.get_object(**read, IfMatch=etag)["Body"].read() == b"hello"
    assert s3.get_object(**read, IfNoneMatch='"other"')["Body"].read() == b"hello"
    assert s3.get_object(**read, IfModifiedSince=earlier)["Body"].read() == b"hello"
    # A tag that matches outweighs the date.
    assert s3.get_object(**read, IfMatch=etag, IfUnmodifiedSince=earlier)["Body"].read() == b"hello"
    with fails("304", 304):
        s3.get_object(**read, IfNoneMatch=etag)
    with fails("304", 304):
        s3.get_object(**read, IfModifiedSince=modified)
    with fails("PreconditionFailed", 412):
        s3.get_object(**read, IfMatch='"other"')
    with fails("PreconditionFailed", 412):
        s3.get_object(**read, IfUnmodifiedSince=earlier)
    with fails("412", 412):
        s3.head_object(**read, IfMatch='"other"')


def test_conditions_of_a_write(s3, bucket, fails):
    etag = s3.put_object(Bucket=bucket, Key="object", Body=b"first", IfNoneMatch="*")["ETag"]
    with fails("PreconditionFailed", 412):
        s3.put_object(Bucket=bucket, Key="object", Body=b"second", IfNoneMatch="*")
    with fails("PreconditionFailed", 412):
        s3.put_object(Bucket=bucket, Key="object", Body=b"second", IfMatch='"other"')
    with fails("NoSuchKey", 404):
        s3.put_object(Bucket=bucket, Key="absent", Body=b"second", IfMatch=etag)
    assert s3.get_object(Bucket=bucket, Key="object")["Body"].read() == b"first"
    s3.put_object(Bucket=bucket, Key="object", Body=b"second", IfMatch=etag)
    assert s3.get_object(Bucket=bucket, Key="object")["Body"].read() == b"second"
    with fails("PreconditionFailed", 412):
        s3.delete_object(Bucket=bucket, Key="object", IfMatch=etag)


def test_a_read_goes_on_when_its_object_is_replaced_and_deleted(s3, bucket):
    data = os.urandom(12 * MEGABYTE)
    s3.put_object(Bucket=bucket, Key="object", Body=data)
    body = s3.get_object(Bucket=bucket, Key="object")["Body"]
    beginning = body.read(1000)
    s3.put_object(Bucket=bucket, Key="object", Body=b"other")
    s3.delete_object(Bucket=bucket, Key="object")
    assert beginning + body.read() == data


def test_errors_have_the_codes_of_s3(s3, bucket, new_name, fails):
    with fails("NoSuchKey", 404):
        s3.get_object(Bucket=bucket, Key="absent")
    with fails("404", 404):
        s3.head_object(Bucket=bucket, Key="absent")
    with fails("NoSuchBucket", 404):
        s3.put_object(Bucket=new_name(), Key="object", Body=b"hello")
    with fails("404", 404):
        s3.head_bucket(Bucket=new_name())
    with fails("NoSuchBucket", 404):
        s3.list_objects_v2(Bucket=new_name())
    with fails("InvalidBucketName", 400):
        s3.create_bucket(Bucket="Not_A.Bucket")
    with fails("NoSuchUpload", 404):
        s3.upload_part(Bucket=bucket, Key="object", UploadId="absent", PartNumber=1, Body=b"hello")
    assert s3.delete_object(Bucket=bucket, Key="absent")["ResponseMetadata"]["HTTPStatusCode"] == 204
    s3.put_object(Bucket=bucket, Key="object", Body=b"hello")
    with fails("BucketNotEmpty", 409):
        s3.delete_bucket(Bucket=bucket)
    assert isinstance(pytest.raises(s3.exceptions.NoSuchKey, s3.get_object, Bucket=bucket, Key="no").value, ClientError)


def test_copies_keep_or_replace_what_belongs_to_the_object(s3, bucket, fails):
    s3.put_object(Bucket=bucket, Key="a", Body=b"hello", ContentType="image/png", Metadata={"camera": "X100"})
    source = {"Bucket": bucket, "Key": "a"}
    s3.copy_object(Bucket=bucket, Key="kept", CopySource=source)
    s3.copy_object(
        Bucket=bucket, Key="new", CopySource=source, MetadataDirective="REPLACE", ContentType="image/x", Metadata={}
    )
    kept, new = (s3.get_object(Bucket=bucket, Key=key) for key in ("kept", "new"))
    assert (kept["ContentType"], kept["Metadata"]) == ("image/png", {"camera": "X100"})
    assert (new["ContentType"], new["Metadata"]) == ("image/x", {})
    s3.delete_object(Bucket=bucket, Key="a")
    assert (kept["Body"].read(), new["Body"].read()) == (b"hello", b"hello")
    with fails("InvalidRequest", 400):
        s3.copy_object(Bucket=bucket, Key="kept", CopySource={"Bucket": bucket, "Key": "kept"})
    with fails("NoSuchKey", 404):
        s3.copy_object(Bucket=bucket, Key="b", CopySource=source)
    with fails("PreconditionFailed", 412):
        s3.copy_object(
            Bucket=bucket, Key="b", CopySource={"Bucket": bucket, "Key": "kept"}, CopySourceIfMatch='"other"'
        )


def test_many_objects_are_deleted_at_once(s3, bucket):
    for key in ("a", "b", "ü"):
        s3.put_object(Bucket=bucket, Key=key, Body=b"")
    keys = [{"Key": key} for key in ("a", "ü", "absent")]
    assert {entry["Key"] for entry in s3.delete_objects(Bucket=bucket, Delete={"Objects": keys})["Deleted"]} == {
        "a",
        "ü",
        "absent",
    }
    quiet = s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": "b"}], "Quiet": True})
    assert "Deleted" not in quiet and "Errors" not in quiet
    assert s3.list_objects_v2(Bucket=bucket)["KeyCount"] == 0


def test_tags_of_an_object(s3, bucket, fails):
    s3.put_object(Bucket=bucket, Key="object", Body=b"", Tagging="kind=photo&owner=a%20b")
    tags = [{"Key": "kind", "Value": "photo"}, {"Key": "owner", "Value": "a b"}]
    assert s3.get_object_tagging(Bucket=bucket, Key="object")["TagSet"] == tags
    assert s3.get_object(Bucket=bucket, Key="object")["TagCount"] == 2
    s3.copy_object(Bucket=bucket, Key="copy", CopySource={"Bucket": bucket, "Key": "object"})
    assert s3.get_object_tagging(Bucket=bucket, Key="copy")["TagSet"] == tags
    s3.put_object_tagging(Bucket=bucket, Key="object", Tagging={"TagSet": [{"Key": "x", "Value": ""}]})
    assert s3.get_object_tagging(Bucket=bucket, Key="object")["TagSet"] == [{"Key": "x", "Value": ""}]
    s3.delete_object_tagging(Bucket=bucket, Key="object")
    assert s3.get_object_tagging(Bucket=bucket, Key="object")["TagSet"] == []
    with fails("InvalidTag", 400):
        twice = [{"Key": "x", "Value": "1"}, {"Key": "x", "Value": "2"}]
        s3.put_object_tagging(Bucket=bucket, Key="object", Tagging={"TagSet": twice})


def test_attributes_of_an_object(s3, bucket):
    etag = s3.put_object(Bucket=bucket, Key="object", Body=b"hello")["ETag"]
    wanted = ["ETag", "Checksum", "ObjectSize", "StorageClass"]
    got = s3.get_object_attributes(Bucket=bucket, Key="object", ObjectAttributes=wanted)
    assert (got["ETag"], got["ObjectSize"], got["StorageClass"]) == (etag.strip('"'), 5, "STANDARD")
    assert got["Checksum"]["ChecksumCRC32"] == CHECKSUMS["CRC32"]


# Multipart uploads


def test_a_large_file_is_uploaded_and_downloaded_in_parts(s3, bucket, tmp_path):
    data = os.urandom(20 * MEGABYTE)
    s3.upload_fileobj(io.BytesIO(data), bucket, "large", ExtraArgs={"ContentType": "image/tiff"})
    head = s3.head_object(Bucket=bucket, Key="large", ChecksumMode="ENABLED")
    parts = [data[start : start + 8 * MEGABYTE] for start in range(0, len(data), 8 * MEGABYTE)]
    digests = b"".join(hashlib.md5(part).digest() for part in parts)
    assert head["ETag"] == f'"{hashlib.md5(digests).hexdigest()}-3"'
    assert (head["ContentLength"], head["ContentType"]) == (len(data), "image/tiff")
    assert head["ChecksumCRC32"].endswith("-3") and head["ChecksumType"] == "COMPOSITE"
    second = s3.get_object(Bucket=bucket, Key="large", PartNumber=2)
    assert (second["PartsCount"], second["Body"].read()) == (3, parts[1])
    s3.download_file(bucket, "large", tmp_path / "large")
    assert (tmp_path / "large").read_bytes() == data


def test_a_large_object_is_copied_in_parts(s3, bucket):
    data = os.urandom(12 * MEGABYTE)
    s3.put_object(Bucket=bucket, Key="large", Body=data)
    s3.copy({"Bucket": bucket, "Key": "large"}, bucket, "copy", Config=TransferConfig(multipart_threshold=8 * MEGABYTE))
    got = s3.get_object(Bucket=bucket, Key="copy")
    assert got["ETag"].endswith('-2"') and got["Body"].read() == data


@pytest.mark.parametrize(
    ("algorithm", "kind"), [("CRC32", "FULL_OBJECT"), ("CRC32", "COMPOSITE"), ("SHA256", "COMPOSITE")]
)
def test_the_checksum_of_an_upload_is_of_the_kind_that_was_asked_for(s3, bucket, fails, algorithm, kind):
    place = dict(Bucket=bucket, Key="object")
    upload = s3.create_multipart_upload(**place, ChecksumAlgorithm=algorithm, ChecksumType=kind)
    assert (upload["ChecksumAlgorithm"], upload["ChecksumType"]) == (algorithm, kind)
    place["UploadId"] = upload["UploadId"]
    part = s3.upload_part(**place, PartNumber=7, Body=b"hello", ChecksumAlgorithm=algorithm)
    member = f"Checksum{algorithm}"
    assert part[member] == CHECKSUMS[algorithm]
    named = [{"PartNumber": 7, "ETag": part["ETag"], member: part[member]}]
    other = {"FULL_OBJECT": "COMPOSITE", "COMPOSITE": "FULL_OBJECT"}[kind]
    for wrong in ({"ChecksumType": other}, {"MpuObjectSize": 6}):
        with fails("InvalidRequest", 400):
            s3.complete_multipart_upload(**place, MultipartUpload={"Parts": named}, **wrong)
    if kind == "COMPOSITE":
        with fails("InvalidRequest", 400):
            bare = [{"PartNumber": 7, "ETag": part["ETag"]}]
            s3.complete_multipart_upload(**place, MultipartUpload={"Parts": bare})
    done = s3.complete_multipart_upload(**place, MultipartUpload={"Parts": named})
    assert done["ChecksumType"] == kind
    assert done[member] == CHECKSUMS[algorithm] if kind == "FULL_OBJECT" else done[member].endswith("-1")


def test_an_upload_is_listed_checked_and_given_up(s3, bucket, fails):
    place = dict(Bucket=bucket, Key="object", UploadId=s3.create_multipart_upload(Bucket=bucket, Key="object")["UploadId"])
    assert [entry["UploadId"] for entry in s3.list_multipart_uploads(Bucket=bucket)["Uploads"]] == [place["UploadId"]]
    tags = [s3.upload_part(**place, PartNumber=number, Body=b"hello")["ETag"] for number in (1, 2, 3)]
    listed = s3.list_parts(**place, MaxParts=2)
    assert [part["PartNumber"] for part in listed["Parts"]] == [1, 2] and listed["IsTruncated"]
    rest = s3.list_parts(**place, PartNumberMarker=listed["NextPartNumberMarker"])
    assert [part["Size"] for part in rest["Parts"]] == [5] and not rest["IsTruncated"]

    def complete(*numbers):
        parts = [{"PartNumber": number, "ETag": tags[number - 1]} for number in numbers]
        s3.complete_multipart_upload(**place, MultipartUpload={"Parts": parts})

    with fails("EntityTooSmall", 400):
        complete(1, 2)
    with fails("InvalidPartOrder", 400):
        complete(2, 1)
    tags.append('"00000000000000000000000000000000"')
    with fails("InvalidPart", 400):
        complete(4)
    s3.abort_multipart_upload(**place)
    with fails("NoSuchUpload", 404):
        complete(1)
    assert "Uploads" not in s3.list_multipart_uploads(Bucket=bucket)
    with fails("NoSuchKey", 404):
        s3.get_object(Bucket=bucket, Key="object")


# Lists


@pytest.fixture(scope="module")
def crowded(local_stack):
    """A bucket with 2,500 objects, 25 under each of 100 beginnings."""
    s3 = local_stack.client("s3")
    name = f"crowded-{os.getpid()}"
    s3.create_bucket(Bucket=name)
    keys = sorted(f"{group:02}/{number:02}" for group in range(100) for number in range(25))
    with ThreadPoolExecutor(10) as pool:
        list(pool.map(lambda key: s3.put_object(Bucket=name, Key=key, Body=b""), reversed(keys)))
    return name, keys


@pytest.mark.parametrize("operation", ["list_objects", "list_objects_v2"])
@pytest.mark.parametrize("size", [1000, 333])
def test_a_long_list_comes_in_pages(s3, crowded, operation, size):
    name, keys = crowded
    pages = list(s3.get_paginator(operation).paginate(Bucket=name, PaginationConfig={"PageSize": size}))
    assert [entry["Key"] for page in pages for entry in page["Contents"]] == keys
    assert len(pages) == -(-len(keys) // size)


@pytest.mark.parametrize("operation", ["list_objects", "list_objects_v2"])
@pytest.mark.parametrize("size", [1000, 7])
def test_keys_with_the_same_beginning_are_rolled_up(s3, crowded, operation, size):
    name, keys = crowded
    pages = s3.get_paginator(operation).paginate(Bucket=name, Delimiter="/", PaginationConfig={"PageSize": size})
    assert [entry["Prefix"] for page in pages for entry in page["CommonPrefixes"]] == [f"{g:02}/" for g in range(100)]
    inside = s3.list_objects_v2(Bucket=name, Prefix="42/", Delimiter="/")
    assert [entry["Key"] for entry in inside["Contents"]] == [key for key in keys if key.startswith("42/")]
    assert "CommonPrefixes" not in inside and inside["KeyCount"] == 25


def test_a_list_begins_where_it_is_told_to(s3, crowded):
    name, keys = crowded
    after = s3.list_objects_v2(Bucket=name, StartAfter="98/24")
    assert [entry["Key"] for entry in after["Contents"]] == keys[-25:]
    assert s3.list_objects(Bucket=name, Marker="99/23")["Contents"][0]["Key"] == "99/24"
    assert s3.list_objects_v2(Bucket=name, MaxKeys=0)["KeyCount"] == 0
    assert s3.list_objects_v2(Bucket=name, Prefix="x").get("Contents") is None


def test_arguments_of_a_list_are_checked(s3, bucket, fails):
    with fails("InvalidArgument", 400):
        s3.list_objects_v2(Bucket=bucket, ContinuationToken="no token")
    with fails("InvalidArgument", 400):
        s3.list_objects_v2(Bucket=bucket, MaxKeys=-1)


def test_versions_are_those_of_a_bucket_without_any(s3, bucket):
    s3.put_object(Bucket=bucket, Key="a", Body=b"hello")
    versions = s3.list_object_versions(Bucket=bucket)["Versions"]
    assert [(entry["Key"], entry["VersionId"], entry["IsLatest"]) for entry in versions] == [("a", "null", True)]


# Presigned links


@pytest.mark.parametrize("settings", [{}, {"signature_version": "s3v4"}], ids=["default", "s3v4"])
class TestLinks:
    @pytest.fixture
    def signer(self, local_stack, settings):
        return local_stack.client("s3", config=Config(**settings))

    def test_a_link_reads_and_writes_without_credentials(self, signer, bucket):
        place = {"Bucket": bucket, "Key": "a b/ü.jpg"}
        put = requests.put(signer.generate_presigned_url("put_object", place), b"hello", timeout=10)
        assert put.status_code == 200, put.text
        got = requests.get(signer.generate_presigned_url("get_object", place), timeout=10)
        assert got.content == b"hello"
        head = requests.head(signer.generate_presigned_url("head_object", place), timeout=10)
        assert (head.status_code, head.headers["Content-Length"]) == (200, "5")
        requests.delete(signer.generate_presigned_url("delete_object", place), timeout=10)
        assert requests.get(signer.generate_presigned_url("get_object", place), timeout=10).status_code == 404

    def test_a_link_gives_the_answer_its_headers(self, signer, bucket):
        signer.put_object(Bucket=bucket, Key="a", Body=b"hello")
        place = {"Bucket": bucket, "Key": "a", "ResponseContentType": "text/x", "ResponseCacheControl": "no-store"}
        place["ResponseContentDisposition"] = 'attachment; filename="a &+%.jpg"'
        got = requests.get(signer.generate_presigned_url("get_object", place), timeout=10)
        assert got.status_code == 200, got.text
        assert (got.headers["Content-Type"], got.headers["Cache-Control"]) == ("text/x", "no-store")
        assert got.headers["Content-Disposition"] == place["ResponseContentDisposition"]

    def test_a_link_holds_its_writer_to_type_and_metadata(self, signer, bucket):
        place = {"Bucket": bucket, "Key": "a", "ContentType": "image/png", "Metadata": {"owner": "a"}}
        link = signer.generate_presigned_url("put_object", place)
        headers = {"Content-Type": "image/png", "x-amz-meta-owner": "a"}
        assert requests.put(link, b"x", headers=headers, timeout=10).status_code == 200
        head = signer.head_object(Bucket=bucket, Key="a")
        assert (head["ContentType"], head["Metadata"]) == ("image/png", {"owner": "a"})
        other = requests.put(link, b"x", headers=headers | {"Content-Type": "text/html"}, timeout=10)
        assert (other.status_code, "SignatureDoesNotMatch" in other.text) == (403, True)

    def test_a_link_ends(self, signer, bucket):
        link = signer.generate_presigned_url("get_object", {"Bucket": bucket, "Key": "a"}, ExpiresIn=-1)
        got = requests.get(link, timeout=10)
        assert got.status_code in (400, 403) and ("expired" in got.text or "X-Amz-Expires" in got.text)

    @pytest.mark.parametrize("change", ["key", "method", "signature", "override"])
    def test_a_link_that_was_changed_is_refused(self, signer, bucket, change):
        signer.put_object(Bucket=bucket, Key="a", Body=b"hello")
        signer.put_object(Bucket=bucket, Key="b", Body=b"secret")
        link = signer.generate_presigned_url("get_object", {"Bucket": bucket, "Key": "a"})
        changed = {
            "key": link.replace(f"/{bucket}/a?", f"/{bucket}/b?"),
            "method": link,
            "signature": link.replace("Signature=", "Signature=0"),
            "override": link + "&response-content-type=text/html",
        }[change]
        got = requests.request("DELETE" if change == "method" else "GET", changed, timeout=10)
        assert got.status_code == 403 and "SignatureDoesNotMatch" in got.text


def signed_chunks(local_stack, bucket, chunks, trailer, secret):
    """A request whose chunks are signed one after the other, as SDKs for other languages send it over HTTP."""
    headers = {
        "Content-Encoding": "aws-chunked",
        "x-amz-content-sha256": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" + ("-TRAILER" if trailer else ""),
        "x-amz-decoded-content-length": str(sum(map(len, chunks))),
    }
    if trailer:
        headers["x-amz-trailer"] = trailer.split(":")[0]
    request = AWSRequest("PUT", f"{local_stack.url}/{bucket}/a%20b", headers=headers)
    auth = S3SigV4Auth(Credentials("test", secret), "s3", "eu-west-1")
    # The body is not there to be digested: the header says what stands for it.
    auth.payload = lambda _: headers["x-amz-content-sha256"]
    auth.add_auth(request)
    day, scope = request.context["timestamp"], auth.credential_scope(request)
    previous = request.headers["Authorization"].rsplit("=", 1)[1]

    def sign(kind, *digests):
        nonlocal previous
        text = "\n".join([kind, day, scope, previous, *digests])
        previous = auth.signature(text, request)
        return previous

    body, empty = b"", hashlib.sha256(b"").hexdigest()
    for chunk in [*chunks, b""]:
        signature = sign("AWS4-HMAC-SHA256-PAYLOAD", empty, hashlib.sha256(chunk).hexdigest())
        body += f"{len(chunk):x};chunk-signature={signature}\r\n".encode() + chunk + (b"\r\n" if chunk else b"")
    if trailer:
        signature = sign("AWS4-HMAC-SHA256-TRAILER", hashlib.sha256(f"{trailer}\n".encode()).hexdigest())
        body += f"{trailer}\r\nx-amz-trailer-signature:{signature}\r\n".encode()
    return requests.put(request.url, body + b"\r\n", headers=dict(request.headers), timeout=10)


@pytest.mark.parametrize("trailer", [None, "x-amz-checksum-crc32:NhCmhg=="])
def test_chunks_may_be_signed_one_by_one(local_stack, bucket, trailer):
    done = signed_chunks(local_stack, bucket, [b"hel", b"lo"], trailer, "test")
    assert done.status_code == 200, done.text
    got = local_stack.client("s3").get_object(Bucket=bucket, Key="a b")
    assert got["Body"].read() == b"hello" and "ContentEncoding" not in got
    wrong = signed_chunks(local_stack, bucket, [b"hel", b"lo"], trailer, "wrong")
    assert wrong.status_code == 403 and "SignatureDoesNotMatch" in wrong.text


def test_a_signed_trailer_is_compared(local_stack, bucket):
    done = signed_chunks(local_stack, bucket, [b"hello"], "x-amz-checksum-crc32:AAAAAA==", "test")
    assert done.status_code == 400 and "BadDigest" in done.text


def test_a_client_with_a_wrong_secret_is_refused(local_stack, bucket, fails):
    for secure in (False, True):
        s3 = local_stack.client("s3", secure, aws_secret_access_key="wrong")
        with fails("SignatureDoesNotMatch", 403):
            s3.put_object(Bucket=bucket, Key="a", Body=b"hello")


@pytest.mark.parametrize("signature", ["s3v4", "s3"])
@pytest.mark.parametrize("host", ["localhost", "s3.localhost.localstack.cloud", "s3.us-east-1.amazonaws.com"])
@pytest.mark.parametrize("style", ["path", "virtual"])
def test_a_bucket_is_found_in_the_path_or_in_the_host(local_stack, bucket, monkeypatch, host, style, signature):
    resolve = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda name, *rest, **more: resolve("127.0.0.1", *rest, **more))
    s3 = local_stack.client(
        "s3",
        endpoint_url=f"http://{host}:{local_stack.port}",
        config=Config(s3={"addressing_style": style}, signature_version=signature),
    )
    s3.put_object(Bucket=bucket, Key="a/b", Body=b"hello")
    assert s3.get_object(Bucket=bucket, Key="a/b")["Body"].read() == b"hello"
    assert s3.list_objects_v2(Bucket=bucket)["KeyCount"] == 1


# Buckets


def test_buckets_are_made_listed_and_deleted(s3, new_name, fails):
    name = new_name("new")
    s3.create_bucket(Bucket=name)
    s3.create_bucket(Bucket=name)
    assert name in [entry["Name"] for entry in s3.list_buckets()["Buckets"]]
    assert s3.head_bucket(Bucket=name)["BucketRegion"] == "us-east-1"
    assert s3.get_bucket_location(Bucket=name)["LocationConstraint"] is None
    s3.get_waiter("bucket_exists").wait(Bucket=name)
    s3.delete_bucket(Bucket=name)
    with fails("NoSuchBucket", 404):
        s3.delete_bucket(Bucket=name)


def test_a_bucket_of_another_region(s3, new_name, fails):
    name = new_name("far")
    place = {"LocationConstraint": "eu-west-1"}
    s3.create_bucket(Bucket=name, CreateBucketConfiguration=place)
    assert s3.get_bucket_location(Bucket=name)["LocationConstraint"] == "eu-west-1"
    with fails("BucketAlreadyOwnedByYou", 409):
        s3.create_bucket(Bucket=name, CreateBucketConfiguration=place)
    s3.delete_bucket(Bucket=name)


def test_settings_without_effect_here_are_kept(s3, bucket, fails):
    block = dict(BlockPublicAcls=True, IgnorePublicAcls=True, BlockPublicPolicy=True, RestrictPublicBuckets=True)
    with fails("NoSuchPublicAccessBlockConfiguration", 404):
        s3.get_public_access_block(Bucket=bucket)
    s3.put_public_access_block(Bucket=bucket, PublicAccessBlockConfiguration=block)
    assert s3.get_public_access_block(Bucket=bucket)["PublicAccessBlockConfiguration"] == block
    s3.delete_public_access_block(Bucket=bucket)
    with fails("NoSuchTagSet", 404):
        s3.get_bucket_tagging(Bucket=bucket)
    s3.put_bucket_tagging(Bucket=bucket, Tagging={"TagSet": [{"Key": "a", "Value": "b"}]})
    assert s3.get_bucket_tagging(Bucket=bucket)["TagSet"] == [{"Key": "a", "Value": "b"}]
    rules = {"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]}
    s3.put_bucket_encryption(Bucket=bucket, ServerSideEncryptionConfiguration=rules)
    s3.get_bucket_encryption(Bucket=bucket)
    ownership = {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}
    s3.put_bucket_ownership_controls(Bucket=bucket, OwnershipControls=ownership)
    assert s3.get_bucket_ownership_controls(Bucket=bucket)["OwnershipControls"] == ownership


def test_what_a_bucket_does_not_have_is_answered_as_s3_does(s3, bucket, fails):
    assert "Status" not in s3.get_bucket_versioning(Bucket=bucket)
    assert "QueueConfigurations" not in s3.get_bucket_notification_configuration(Bucket=bucket)
    assert s3.get_bucket_request_payment(Bucket=bucket)["Payer"] == "BucketOwner"
    assert s3.get_bucket_acl(Bucket=bucket)["Grants"][0]["Permission"] == "FULL_CONTROL"
    assert "LoggingEnabled" not in s3.get_bucket_logging(Bucket=bucket)
    for call, code in [
        (s3.get_bucket_policy, "NoSuchBucketPolicy"),
        (s3.get_bucket_lifecycle_configuration, "NoSuchLifecycleConfiguration"),
        (s3.get_bucket_cors, "NoSuchCORSConfiguration"),
        (s3.get_bucket_website, "NoSuchWebsiteConfiguration"),
        (s3.get_bucket_replication, "ReplicationConfigurationNotFoundError"),
        (s3.get_object_lock_configuration, "ObjectLockConfigurationNotFoundError"),
    ]:
        with fails(code, 404):
            call(Bucket=bucket)


def test_a_policy_keeps_objects_out_as_motos_does(s3, bucket, moto):
    patterns = ["uploads/*/../*", "uploads/*/..", "uploads/*//*", "uploads/*/"]
    denies = {"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject"}
    denies["Resource"] = [f"arn:aws:s3:::{bucket}/{pattern}" for pattern in patterns]
    policy = json.dumps({"Version": "2012-10-17", "Statement": [denies]})
    keys = ["uploads/a/b.jpg", "uploads/a/..", "uploads/a/..b", "uploads/a/b/../c", "uploads/a//b", "uploads/a/", "a/../b"]
    witness = moto.client("s3")
    witness.create_bucket(Bucket=bucket)
    outcomes = []
    for client in (s3, witness):
        client.put_bucket_policy(Bucket=bucket, Policy=policy)
        assert json.loads(client.get_bucket_policy(Bucket=bucket)["Policy"]) == json.loads(policy)
        for key in keys:
            outcome(client.put_object, Bucket=bucket, Key=key, Body=b"x")
        outcomes.append([entry["Key"] for entry in client.list_objects_v2(Bucket=bucket)["Contents"]])
        client.delete_bucket_policy(Bucket=bucket)
    assert outcomes[0] == outcomes[1] == ["a/../b", "uploads/a/..b", "uploads/a/b.jpg"]


def test_what_would_have_an_effect_is_refused_and_not_ignored(s3, bucket, fails):
    with fails("NotImplemented", 501):
        s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    allows = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{bucket}/*"}
    with fails("NotImplemented", 501):
        s3.put_bucket_policy(Bucket=bucket, Policy=json.dumps({"Version": "2012-10-17", "Statement": [allows]}))
    queue = {"QueueArn": "arn:aws:sqs:us-east-1:000000000000:q", "Events": ["s3:ObjectCreated:*"]}
    with fails("NotImplemented", 501):
        s3.put_bucket_notification_configuration(
            Bucket=bucket, NotificationConfiguration={"QueueConfigurations": [queue]}
        )
    with fails("AccessControlListNotSupported", 400):
        s3.put_object(Bucket=bucket, Key="a", Body=b"", ACL="public-read")
    with fails("AccessControlListNotSupported", 400):
        s3.put_object(Bucket=bucket, Key="a", Body=b"", GrantRead="id=someone")
    with fails("AccessDenied", 403):
        s3.put_object(Bucket=bucket, Key="a", Body=b"", ExpectedBucketOwner="111111111111")
    with fails("NotImplemented", 501):
        s3.put_object(Bucket=bucket, Key="a", Body=b"", ObjectLockLegalHoldStatus="ON")


def test_a_lifecycle_is_kept(s3, bucket):
    rules = [
        {"ID": "expire", "Status": "Enabled", "Filter": {"Prefix": "tmp/"}, "Expiration": {"Days": 1}},
        {
            "ID": "uploads",
            "Status": "Enabled",
            "Filter": {"Prefix": ""},
            "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 1},
        },
    ]
    s3.put_bucket_lifecycle_configuration(Bucket=bucket, LifecycleConfiguration={"Rules": rules})
    assert s3.get_bucket_lifecycle_configuration(Bucket=bucket)["Rules"] == rules
    s3.delete_bucket_lifecycle(Bucket=bucket)
