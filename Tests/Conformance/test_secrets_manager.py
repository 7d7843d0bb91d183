"""Secrets Manager by boto3 and the AWS CLI, and beside moto's independent implementation."""

import datetime
import json
import re
import subprocess
import sys
import uuid

import pytest
import requests
from botocore.exceptions import ClientError

from outcome import outcome

DAY = datetime.timedelta(days=1)


@pytest.fixture
def secrets(local_stack):
    return local_stack.client("secretsmanager")


@pytest.fixture
def refused(secrets):
    """Makes a call that fails; answers its code, text and status."""

    def call(name, **parameters):
        with pytest.raises(ClientError) as error:
            getattr(secrets, name)(**parameters)
        answer = error.value.response
        return answer["Error"]["Code"], answer["Error"]["Message"], answer["ResponseMetadata"]["HTTPStatusCode"]

    return call


def token():
    return str(uuid.uuid4())


def text(secrets, secret, **version):
    return secrets.get_secret_value(SecretId=secret, **version)["SecretString"]


def test_a_secret_is_found_by_name_by_arn_and_by_the_arn_without_its_end(secrets, new_name):
    name = new_name("app/hooks")
    first = token()
    made = secrets.create_secret(Name=name, SecretString="größer 🖼", ClientRequestToken=first)
    assert re.fullmatch(rf"arn:aws:secretsmanager:us-east-1:000000000000:secret:{name}-[A-Za-z0-9]{{6}}", made["ARN"])
    assert (made["Name"], made["VersionId"]) == (name, first)
    for secret in (name, made["ARN"], made["ARN"][:-7]):
        read = secrets.get_secret_value(SecretId=secret)
        assert (read["ARN"], read["Name"], read["VersionId"]) == (made["ARN"], name, first)
        assert (read["SecretString"], read["VersionStages"]) == ("größer 🖼", ["AWSCURRENT"])
        assert "SecretBinary" not in read
        assert abs(read["CreatedDate"] - datetime.datetime.now(datetime.UTC)) < DAY


def test_a_name_that_ends_like_an_arn_is_not_taken_for_another_secret(secrets, new_name):
    name = new_name()
    long = secrets.create_secret(Name=f"{name}-AbCdEf", SecretString="long")["ARN"]
    short = secrets.create_secret(Name=name, SecretString="short")["ARN"]
    assert [text(secrets, secret) for secret in (name, short, long, short[:-7])] == ["short", "short", "long", "short"]
    assert text(secrets, long[:-7]) == "long"


def test_bytes_come_back_as_bytes(secrets, new_name):
    name = new_name()
    secrets.create_secret(Name=name, SecretBinary=bytes(range(256)))
    read = secrets.get_secret_value(SecretId=name)
    assert read["SecretBinary"] == bytes(range(256)) and "SecretString" not in read


def test_the_answer_is_of_the_protocol_of_the_request(secrets, new_name):
    made = secrets.create_secret(Name=new_name(), SecretString="a")
    assert made["ResponseMetadata"]["HTTPHeaders"]["content-type"] == "application/x-amz-json-1.1"


def test_a_new_value_is_the_current_one_and_the_old_one_the_previous(secrets, new_name):
    name = new_name()
    ids = [secrets.create_secret(Name=name, SecretString="1")["VersionId"]]
    put = secrets.put_secret_value(SecretId=name, SecretString="2")
    assert put["VersionStages"] == ["AWSCURRENT"]
    ids += [put["VersionId"], secrets.update_secret(SecretId=name, SecretString="3", Description="new")["VersionId"]]
    assert text(secrets, name) == "3"
    assert text(secrets, name, VersionStage="AWSPREVIOUS") == "2"
    assert text(secrets, name, VersionId=ids[0]) == "1"
    described = secrets.describe_secret(SecretId=name)
    assert described["VersionIdsToStages"] == {ids[1]: ["AWSPREVIOUS"], ids[2]: ["AWSCURRENT"]}
    assert described["Description"] == "new"

    listed = secrets.list_secret_version_ids(SecretId=name)
    assert {version["VersionId"] for version in listed["Versions"]} == set(ids[1:])
    pages, more = [], {}
    while len(pages) < 5:
        page = secrets.list_secret_version_ids(SecretId=name, IncludeDeprecated=True, MaxResults=1, **more)
        pages += [version["VersionId"] for version in page["Versions"]]
        if "NextToken" not in page:
            break
        more = {"NextToken": page["NextToken"]}
    assert sorted(pages) == sorted(ids)


def test_a_version_with_another_label_waits_beside_the_current_one(secrets, new_name):
    name = new_name()
    current = secrets.create_secret(Name=name, SecretString="1")["VersionId"]
    pending = secrets.put_secret_value(SecretId=name, SecretString="2", VersionStages=["AWSPENDING"])["VersionId"]
    assert text(secrets, name) == "1"
    assert text(secrets, name, VersionStage="AWSPENDING") == "2"
    assert text(secrets, name, VersionStage="AWSPENDING", VersionId=pending) == "2"
    with pytest.raises(secrets.exceptions.InvalidRequestException):
        text(secrets, name, VersionStage="AWSPENDING", VersionId=current)


def test_the_first_value_is_the_current_one_whatever_its_label(secrets, new_name, refused):
    name = new_name()
    assert "VersionId" not in secrets.create_secret(Name=name)
    code, message, _ = refused("get_secret_value", SecretId=name)
    assert code == "ResourceNotFoundException" and message.endswith("for staging label: AWSCURRENT")
    put = secrets.put_secret_value(SecretId=name, SecretString="1", VersionStages=["mine"])
    assert sorted(put["VersionStages"]) == ["AWSCURRENT", "mine"]


def test_the_same_request_twice_makes_one_version_and_the_token_serves_no_other(secrets, new_name):
    name, first, second = new_name(), token(), token()
    made = [secrets.create_secret(Name=name, SecretString="1", ClientRequestToken=first)["ARN"] for _ in range(2)]
    assert made[0] == made[1]
    for change in (secrets.put_secret_value, secrets.update_secret):
        for _ in range(2):
            assert change(SecretId=name, SecretString="2", ClientRequestToken=second)["VersionId"] == second
        with pytest.raises(secrets.exceptions.ResourceExistsException):
            change(SecretId=name, SecretString="3", ClientRequestToken=second)
    # An old request that comes again does not take the label back.
    secrets.put_secret_value(SecretId=name, SecretString="1", ClientRequestToken=first)
    assert text(secrets, name) == "2"
    with pytest.raises(secrets.exceptions.ResourceExistsException):
        secrets.create_secret(Name=name, SecretString="3", ClientRequestToken=first)
    with pytest.raises(secrets.exceptions.ResourceExistsException):
        secrets.create_secret(Name=name, SecretString="1")


def test_a_description_alone_makes_no_version(secrets, new_name):
    name = new_name()
    first = secrets.create_secret(Name=name, SecretString="1", Description="old")["VersionId"]
    assert "VersionId" not in secrets.update_secret(SecretId=name, Description="new", KmsKeyId="alias/mine")
    described = secrets.describe_secret(SecretId=name)
    assert (described["Description"], described["KmsKeyId"]) == ("new", "alias/mine")
    assert described["VersionIdsToStages"] == {first: ["AWSCURRENT"]}
    assert "DeletedDate" not in described and described["LastChangedDate"] >= described["CreatedDate"]


def test_reading_is_noted_with_its_day(secrets, new_name):
    name = new_name()
    secrets.create_secret(Name=name, SecretString="1")
    assert "LastAccessedDate" not in secrets.describe_secret(SecretId=name)
    text(secrets, name)
    day = secrets.describe_secret(SecretId=name)["LastAccessedDate"].astimezone(datetime.UTC)
    assert (day.hour, day.minute, day.second) == (0, 0, 0)


def test_tags_are_given_replaced_and_taken(secrets, new_name, refused):
    name = new_name()
    secrets.create_secret(Name=name, Tags=[{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "1"}])
    secrets.tag_resource(SecretId=name, Tags=[{"Key": "b", "Value": "2"}, {"Key": "c", "Value": ""}])
    secrets.untag_resource(SecretId=name, TagKeys=["a", "none"])
    tags = [{"Key": "b", "Value": "2"}, {"Key": "c", "Value": ""}]
    assert secrets.describe_secret(SecretId=name)["Tags"] == tags
    many = [{"Key": str(number), "Value": ""} for number in range(49)]
    assert refused("tag_resource", SecretId=name, Tags=many)[0] == "InvalidParameterException"
    assert secrets.describe_secret(SecretId=name)["Tags"] == tags


def names(secrets, **parameters):
    pages = secrets.get_paginator("list_secrets").paginate(**parameters)
    return [secret["Name"] for page in pages for secret in page["SecretList"]]


def test_lists_come_in_pages_sorted_and_filtered(secrets, new_name):
    prefix = new_name("list")
    key, other = new_name("key"), new_name("key")
    for name, tag in (("b", key), ("a", key), ("c", other)):
        secrets.create_secret(Name=f"{prefix}-{name}", SecretString="1", Description=f"Of {name}", Tags=[{"Key": tag, "Value": "v"}])
    mine = {"Key": "name", "Values": [prefix]}
    by_name = [f"{prefix}-{name}" for name in "abc"]
    assert sorted(names(secrets, Filters=[mine])) == by_name
    assert names(secrets, Filters=[mine], SortBy="name", PaginationConfig={"PageSize": 1}) == by_name
    assert names(secrets, Filters=[mine], SortBy="name", SortOrder="desc") == by_name[::-1]
    assert names(secrets, Filters=[{"Key": "tag-key", "Values": [other]}]) == by_name[2:]
    assert names(secrets, Filters=[mine, {"Key": "tag-key", "Values": [f"!{key}"]}]) == by_name[2:]
    assert names(secrets, Filters=[mine, {"Key": "description", "Values": ["of A", "of B"]}], SortBy="name") == by_name[:2]
    assert names(secrets, Filters=[{"Key": "all", "Values": [f"{other.upper()} of"]}]) == by_name[2:]
    assert names(secrets, Filters=[mine, {"Key": "primary-region", "Values": ["eu-west-1"]}]) == []
    [entry] = secrets.list_secrets(Filters=[{"Key": "name", "Values": by_name[:1]}])["SecretList"]
    assert list(entry["SecretVersionsToStages"].values()) == [["AWSCURRENT"]]
    assert not {"SecretString", "SecretBinary"} & set(entry)


def test_a_deleted_secret_can_be_restored_until_its_window_is_over(start_stack):
    stack = start_stack()
    secrets = stack.client("secretsmanager")
    arn = secrets.create_secret(Name="s", SecretString="1")["ARN"]
    deletion = secrets.delete_secret(SecretId="s", RecoveryWindowInDays=7)["DeletionDate"]
    assert abs(deletion - datetime.datetime.now(datetime.UTC) - 7 * DAY) < DAY
    for call, parameters in (
        (secrets.get_secret_value, {}), (secrets.put_secret_value, {"SecretString": "2"}),
        (secrets.update_secret, {"SecretString": "2"}), (secrets.delete_secret, {}),
        (secrets.tag_resource, {"Tags": []}), (secrets.untag_resource, {"TagKeys": []}),
    ):
        with pytest.raises(secrets.exceptions.InvalidRequestException):
            call(SecretId=arn, **parameters)
    with pytest.raises(secrets.exceptions.InvalidRequestException):
        secrets.create_secret(Name="s", SecretString="2")
    assert secrets.describe_secret(SecretId="s")["DeletedDate"] == deletion
    assert (names(secrets), names(secrets, IncludePlannedDeletion=True)) == ([], ["s"])

    advance(stack, days=6)
    assert secrets.restore_secret(SecretId=arn)["ARN"] == arn
    assert text(secrets, "s") == "1" and names(secrets) == ["s"]
    secrets.delete_secret(SecretId="s")
    advance(stack, days=29)
    assert "DeletedDate" in secrets.describe_secret(SecretId="s")
    advance(stack, days=2)
    with pytest.raises(secrets.exceptions.ResourceNotFoundException):
        secrets.restore_secret(SecretId="s")
    again = secrets.create_secret(Name="s", SecretString="2")["ARN"]
    assert again != arn and text(secrets, "s") == "2"
    with pytest.raises(secrets.exceptions.ResourceNotFoundException):
        text(secrets, arn)


def advance(stack, days):
    answer = requests.post(f"{stack.url}/_aws/clock", json={"advanceSeconds": days * 86_400}, timeout=10)
    assert answer.ok, answer.text


def test_a_secret_deleted_by_force_is_gone_at_once_with_its_versions(secrets, new_name):
    name = new_name()
    arn = secrets.create_secret(Name=name, SecretString="1")["ARN"]
    secrets.delete_secret(SecretId=name)
    assert secrets.delete_secret(SecretId=name, ForceDeleteWithoutRecovery=True)["ARN"] == arn
    with pytest.raises(secrets.exceptions.ResourceNotFoundException):
        secrets.describe_secret(SecretId=arn)
    # What is not there is gone, too.
    assert secrets.delete_secret(SecretId=name, ForceDeleteWithoutRecovery=True)["Name"] == name
    secrets.create_secret(Name=name)
    assert "VersionIdsToStages" not in secrets.describe_secret(SecretId=name)


def test_a_secret_survives_a_kill(start_stack):
    stack = start_stack()
    arn = stack.client("secretsmanager").create_secret(Name="s", SecretString="1")["ARN"]
    stack.kill()
    assert text(start_stack().client("secretsmanager"), arn) == "1"


@pytest.mark.parametrize("region, account", [("eu-west-1", "test"), ("us-east-1", "111111111111")])
def test_secrets_are_of_one_region_and_account(local_stack, secrets, new_name, region, account):
    name = new_name()
    arn = secrets.create_secret(Name=name, SecretString="here")["ARN"]
    other = local_stack.client("secretsmanager", region_name=region, aws_access_key_id=account)
    other.create_secret(Name=name, SecretString="there")
    assert (text(secrets, arn), text(other, name)) == ("here", "there")
    with pytest.raises(other.exceptions.ResourceNotFoundException):
        text(other, arn)


def test_a_wrong_signature_reads_nothing(local_stack, new_name):
    eve = local_stack.client("secretsmanager", aws_secret_access_key="wrong")
    with pytest.raises(ClientError) as error:
        eve.list_secrets()
    assert error.value.response["Error"]["Code"] == "InvalidSignatureException"


LONG = {"SecretString": "a" * 65_537}
STAGES = [f"stage{number}" for number in range(21)]
VALIDATION, PARAMETER, REQUEST = "ValidationException", "InvalidParameterException", "InvalidRequestException"


@pytest.mark.parametrize(
    "call, parameters, code",
    [
        ("create_secret", {"Name": "no spaces"}, VALIDATION),
        ("create_secret", {"Name": "ü"}, VALIDATION),
        ("create_secret", {"Name": "a" * 513}, VALIDATION),
        ("create_secret", {"Name": "new", "SecretString": "a", "SecretBinary": b"a"}, PARAMETER),
        ("create_secret", {"Name": "new", "AddReplicaRegions": [{"Region": "eu-west-1"}]}, PARAMETER),
        ("create_secret", {"Name": "new", **LONG}, VALIDATION),
        ("put_secret_value", {"SecretId": "NAME"}, REQUEST),
        ("put_secret_value", {"SecretId": "NAME", **LONG}, VALIDATION),
        ("put_secret_value", {"SecretId": "NAME", "SecretString": "a", "VersionStages": STAGES}, PARAMETER),
        ("put_secret_value", {"SecretId": "NAME", "SecretString": "a", "ClientRequestToken": "a" * 65}, PARAMETER),
        ("get_secret_value", {"SecretId": "NAME", "VersionStage": "none"}, "ResourceNotFoundException"),
        ("get_secret_value", {"SecretId": "NAME", "VersionId": "a" * 32}, "ResourceNotFoundException"),
        ("delete_secret", {"SecretId": "NAME", "RecoveryWindowInDays": 6}, PARAMETER),
        ("delete_secret", {"SecretId": "NAME", "RecoveryWindowInDays": 31}, PARAMETER),
        (
            "delete_secret", {"SecretId": "NAME", "RecoveryWindowInDays": 7, "ForceDeleteWithoutRecovery": True},
            PARAMETER,
        ),
        ("list_secrets", {"Filters": [{"Key": "colour", "Values": ["red"]}]}, VALIDATION),
        ("list_secrets", {"MaxResults": 101}, VALIDATION),
        ("list_secrets", {"NextToken": "none"}, "InvalidNextTokenException"),
        ("list_secrets", {"NextToken": "9" * 30}, "InvalidNextTokenException"),
    ],
)
def test_what_breaks_a_rule_is_refused_and_changes_nothing(secrets, new_name, refused, call, parameters, code):
    name = new_name()
    secrets.create_secret(Name=name, SecretString="1")
    parameters = {key: name if value == "NAME" else value for key, value in parameters.items()}
    refusal = refused(call, **parameters)
    assert (refusal[0], refusal[2]) == (code, 400)
    assert "a" * 600 not in refusal[1]
    assert text(secrets, name) == "1" and "new" not in names(secrets)


@pytest.mark.parametrize(
    "call, parameters",
    [
        ("get_secret_value", {}), ("put_secret_value", {"SecretString": "1"}), ("update_secret", {}),
        ("describe_secret", {}), ("list_secret_version_ids", {}), ("delete_secret", {}), ("restore_secret", {}),
        ("tag_resource", {"Tags": []}), ("untag_resource", {"TagKeys": []}),
    ],
)
@pytest.mark.parametrize("secret", ["none", "arn:aws:secretsmanager:us-east-1:000000000000:secret:none-AbCdEf", "arn:aws:x"])
def test_a_secret_that_is_not_there_is_said_to_be_missing(refused, call, parameters, secret):
    code, message, status = refused(call, SecretId=secret, **parameters)
    assert (code, status) == ("ResourceNotFoundException", 400)
    assert message == "Secrets Manager can't find the specified secret."


def test_the_command_line_reads_a_secret(local_stack, secrets, new_name):
    name = new_name()
    secrets.create_secret(Name=name, SecretString="1")
    command = [sys.executable, "-m", "awscli", "--endpoint-url", local_stack.url, "secretsmanager", "get-secret-value"]
    answer = subprocess.run(
        [*command, "--secret-id", name], env=local_stack.environment(), capture_output=True, check=True, timeout=60
    )
    assert json.loads(answer.stdout)["SecretString"] == "1"


# moto as the witness


def codes(answer):
    """The outcome without the status of an error: moto answers some with 404 that AWS answers with 400."""
    return answer[0] if isinstance(answer, tuple) else answer


def rotation(secrets, name):
    tokens = [token().replace("-", "")[:31] + str(number) for number in range(3)]
    read = lambda **version: codes(outcome(secrets.get_secret_value, "SecretString", SecretId=name, **version))
    yield codes(outcome(secrets.create_secret, "Name", Name=name, SecretString="0", ClientRequestToken=tokens[0]))
    yield codes(outcome(secrets.create_secret, "Name", Name=name, SecretString="0", ClientRequestToken=tokens[0]))
    yield codes(outcome(secrets.create_secret, "Name", Name=name, SecretString="1", ClientRequestToken=tokens[0]))
    yield codes(outcome(secrets.create_secret, "Name", Name=name, SecretString="0", ClientRequestToken=tokens[1]))
    yield read(VersionStage="AWSPREVIOUS")
    put = secrets.put_secret_value
    yield codes(outcome(put, "Name", "VersionStages", SecretId=name, SecretString="1", ClientRequestToken=tokens[1]))
    yield read(), read(VersionStage="AWSPREVIOUS"), read(VersionStage="none"), read(VersionId="a" * 32)
    yield read(VersionId=tokens[0], VersionStage="AWSCURRENT")
    yield codes(outcome(secrets.update_secret, "Name", SecretId=name, SecretString="2", ClientRequestToken=tokens[2]))
    yield read(), read(VersionStage="AWSPREVIOUS"), read(VersionId=tokens[0])
    stages = secrets.describe_secret(SecretId=name)["VersionIdsToStages"]
    yield {version[-1]: stages for version, stages in stages.items() if stages}


def deletion(secrets, name):
    arn = secrets.create_secret(Name=name, SecretString="0")["ARN"]
    secret = {"SecretId": arn}
    for window in ({"RecoveryWindowInDays": 6}, {"RecoveryWindowInDays": 8, "ForceDeleteWithoutRecovery": True}, {}, {}):
        yield codes(outcome(secrets.delete_secret, "Name", **secret, **window))
    yield codes(outcome(secrets.get_secret_value, "SecretString", **secret))
    yield codes(outcome(secrets.update_secret, "Name", **secret, SecretString="1"))
    yield "DeletedDate" in secrets.describe_secret(**secret)
    yield codes(outcome(secrets.restore_secret, "Name", **secret))
    yield codes(outcome(secrets.get_secret_value, "SecretString", **secret))
    for _ in range(2):
        yield codes(outcome(secrets.delete_secret, "Name", SecretId=name, ForceDeleteWithoutRecovery=True))
    for call in (secrets.get_secret_value, secrets.describe_secret, secrets.restore_secret, secrets.delete_secret):
        yield codes(outcome(call, **secret))


def bad_input(secrets, name):
    secrets.create_secret(Name=name, SecretString="0")
    yield codes(outcome(secrets.put_secret_value, SecretId=name))
    yield codes(outcome(secrets.put_secret_value, SecretId="none", SecretString="0"))
    yield codes(outcome(secrets.put_secret_value, SecretId=name, SecretString="0", ClientRequestToken="a" * 65))
    yield codes(outcome(secrets.list_secrets, Filters=[{"Key": "colour", "Values": ["red"]}]))
    yield codes(outcome(secrets.tag_resource, SecretId="none", Tags=[{"Key": "a", "Value": "1"}]))


@pytest.mark.parametrize("conversation", [rotation, deletion, bad_input])
def test_both_implementations_answer_the_same(secrets, moto, new_name, conversation):
    name = new_name("same")
    ours, theirs = (list(conversation(client, name)) for client in (secrets, moto.client("secretsmanager")))
    assert ours == theirs
