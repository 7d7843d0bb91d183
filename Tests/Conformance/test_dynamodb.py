"""DynamoDB by boto3 (clients and resources) and the AWS CLI, and beside moto's independent implementation."""

import json
import subprocess
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import boto3
import pytest
import requests
from boto3.dynamodb.conditions import Attr, Key
from boto3.dynamodb.types import Binary
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

import local_stack as stacks

KEYS = {"id": "S", "n": "N"}
OWNER_INDEX = {
    "IndexName": "by-owner",
    "KeySchema": [{"AttributeName": "owner", "KeyType": "HASH"}, {"AttributeName": "n", "KeyType": "RANGE"}],
    "Projection": {"ProjectionType": "ALL"},
}


def create_table(client, name, is_sorted=True, **more):
    """A table by `id` and, if it is sorted, the number `n`."""
    keys = ["id", "n"] if is_sorted else ["id"]
    attributes = {**{key: KEYS[key] for key in keys}, **more.pop("attributes", {})}
    client.create_table(
        TableName=name,
        KeySchema=[{"AttributeName": key, "KeyType": kind} for key, kind in zip(keys, ["HASH", "RANGE"])],
        AttributeDefinitions=[{"AttributeName": key, "AttributeType": kind} for key, kind in attributes.items()],
        BillingMode="PAY_PER_REQUEST",
        **more,
    )
    client.get_waiter("table_exists").wait(TableName=name, WaiterConfig={"Delay": 1, "MaxAttempts": 10})
    return name


@pytest.fixture
def client(local_stack):
    return local_stack.client("dynamodb")


@pytest.fixture
def resource(local_stack):
    return boto3.resource(
        "dynamodb", endpoint_url=local_stack.url, region_name=stacks.REGION, **stacks.CREDENTIALS
    )


@pytest.fixture
def photos(client, resource, new_name):
    """A table by `id` alone."""
    return resource.Table(create_table(client, new_name("photos"), is_sorted=False))


@pytest.fixture
def events(client, resource, new_name):
    """A table by `id` and `n`, with fifty items of two ids, and an index by `owner`."""
    name = create_table(
        client, new_name("events"), attributes={"owner": "S"}, GlobalSecondaryIndexes=[OWNER_INDEX]
    )
    table = resource.Table(name)
    with table.batch_writer() as batch:
        for n in range(50):
            batch.put_item({"id": "ab"[n % 2], "n": n, "owner": f"o{n % 3}", "square": n * n})
    return table


# Items


def test_every_kind_of_value_comes_back_as_it_was_put(photos):
    item = {
        "id": "Größe/写真/🖼",
        "text": "line\nbreak \u0000 \"quotes\" \\",
        "empty": "",
        "numbers": [Decimal("0"), Decimal("-1.5"), Decimal("1E+37"), Decimal("1E-130"), Decimal("9" * 38)],
        "binary": Binary(bytes(range(256))),
        "flags": {"yes": True, "no": False, "nothing": None},
        "texts": {"a", "b"},
        "set": {Decimal("1"), Decimal("2.5")},
        "blobs": {Binary(b"\x00"), Binary(b"\xff")},
        "deep": {"list": [{"map": {"list": [[]]}}], "empty": {}},
    }
    photos.put_item(Item=item)
    assert photos.get_item(Key={"id": item["id"]})["Item"] == item


def test_conditions_of_boto3_decide_about_writes(photos):
    photos.put_item(Item={"id": "a", "state": "new", "n": 1}, ConditionExpression=Attr("id").not_exists())
    with pytest.raises(photos.meta.client.exceptions.ConditionalCheckFailedException) as error:
        photos.put_item(
            Item={"id": "a"},
            ConditionExpression=Attr("id").not_exists() | (Attr("state").eq("old") & Attr("n").gt(1)),
            ReturnValuesOnConditionCheckFailure="ALL_OLD",
        )
    assert error.value.response["Item"] == {"id": {"S": "a"}, "state": {"S": "new"}, "n": {"N": "1"}}
    answer = photos.update_item(
        Key={"id": "a"},
        UpdateExpression="SET #s = :next, n = n + :one, history = list_append(if_not_exists(history, :none), :entry)",
        ConditionExpression=Attr("state").is_in(["new", "again"]) & ~Attr("history").exists(),
        ExpressionAttributeNames={"#s": "state"},
        ExpressionAttributeValues={":next": "done", ":one": 1, ":none": [], ":entry": ["new"]},
        ReturnValues="ALL_NEW",
    )
    assert answer["Attributes"] == {"id": "a", "state": "done", "n": 2, "history": ["new"]}
    assert photos.delete_item(Key={"id": "a"}, ReturnValues="ALL_OLD")["Attributes"]["n"] == 2
    assert "Item" not in photos.get_item(Key={"id": "a"})


def test_a_counter_loses_no_step_of_many_writers(photos):
    def count(_):
        photos.update_item(
            Key={"id": "counter"}, UpdateExpression="ADD hits :one", ExpressionAttributeValues={":one": 1}
        )

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(count, range(200)))
    assert photos.get_item(Key={"id": "counter"})["Item"]["hits"] == 200


def test_of_many_claims_one_succeeds(photos):
    def claim(owner):
        try:
            photos.put_item(Item={"id": "job", "owner": owner}, ConditionExpression="attribute_not_exists(id)")
            return owner
        except photos.meta.client.exceptions.ConditionalCheckFailedException:
            return None

    with ThreadPoolExecutor(8) as pool:
        winners = [winner for winner in pool.map(claim, range(40)) if winner is not None]
    assert winners == [photos.get_item(Key={"id": "job"})["Item"]["owner"]]


def test_the_checksum_of_an_answer_is_that_of_its_body(local_stack):
    headers = {"X-Amz-Target": "DynamoDB_20120810.ListTables", "Content-Type": "application/x-amz-json-1.0"}
    request = AWSRequest("POST", local_stack.url + "/", data="{}", headers=headers)
    SigV4Auth(Credentials("test", "test"), "dynamodb", "us-east-1").add_auth(request)
    answer = requests.post(request.url, data="{}", headers=dict(request.headers), timeout=10)
    assert answer.status_code == 200
    assert answer.headers["x-amz-crc32"] == str(zlib.crc32(answer.content))
    assert answer.headers["Content-Type"] == "application/x-amz-json-1.0"


# Queries, scans, indexes


@pytest.mark.parametrize(
    "condition, expected",
    [
        (Key("n").lt(7), [1, 3, 5]),
        (Key("n").lte(7), [1, 3, 5, 7]),
        (Key("n").gt(44), [45, 47, 49]),
        (Key("n").gte(45), [45, 47, 49]),
        (Key("n").between(9, 13), [9, 11, 13]),
        (Key("n").eq(13), [13]),
        (Key("n").eq(14), []),
    ],
)
def test_a_query_finds_a_range_of_sort_keys(events, condition, expected):
    items = events.query(KeyConditionExpression=Key("id").eq("b") & condition)["Items"]
    assert [item["n"] for item in items] == expected


@pytest.mark.parametrize(
    "prefix, expected", [("ab", ["ab", "abc", "abd"]), ("abc", ["abc"]), ("b", []), ("🖼", ["🖼!"])]
)
def test_a_query_finds_the_beginning_of_a_sort_key(client, resource, new_name, prefix, expected):
    name = new_name("names")
    client.create_table(
        TableName=name,
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}, {"AttributeName": "name", "KeyType": "RANGE"}],
        AttributeDefinitions=[{"AttributeName": key, "AttributeType": "S"} for key in ["id", "name"]],
        BillingMode="PAY_PER_REQUEST",
    )
    table = resource.Table(name)
    for text in ["abd", "a", "abc", "ac", "ab", "🖼!"]:
        table.put_item(Item={"id": "x", "name": text})
    items = table.query(KeyConditionExpression=Key("id").eq("x") & Key("name").begins_with(prefix))["Items"]
    assert [item["name"] for item in items] == expected


@pytest.mark.parametrize("parameters", [{}, {"ScanIndexForward": False}, {"FilterExpression": "square >= :s"}])
def test_paginators_go_through_all_pages(client, events, parameters):
    values = {":id": {"S": "a"}} | ({":s": {"N": "0"}} if "FilterExpression" in parameters else {})
    pages = client.get_paginator("query").paginate(
        TableName=events.name,
        KeyConditionExpression="id = :id",
        ExpressionAttributeValues=values,
        PaginationConfig={"PageSize": 4},
        **parameters,
    )
    found = [int(item["n"]["N"]) for page in pages for item in page["Items"]]
    assert found == sorted(range(0, 50, 2), reverse="ScanIndexForward" in parameters)


def test_segments_of_a_scan_make_up_the_table(events):
    def scan(segment):
        return events.scan(Segment=segment, TotalSegments=4)["Items"]

    with ThreadPoolExecutor(4) as pool:
        found = [item["n"] for items in pool.map(scan, range(4)) for item in items]
    assert sorted(found) == list(range(50))


def test_an_index_is_queried_by_its_own_key(events):
    answer = events.query(
        IndexName="by-owner", KeyConditionExpression=Key("owner").eq("o1") & Key("n").gte(40), ScanIndexForward=False
    )
    assert [item["n"] for item in answer["Items"]] == [49, 46, 43, 40]
    events.update_item(
        Key={"id": "b", "n": 49},
        UpdateExpression="SET #o = :o",
        ExpressionAttributeNames={"#o": "owner"},
        ExpressionAttributeValues={":o": "nobody"},
    )
    answer = events.query(
        IndexName="by-owner", KeyConditionExpression=Key("owner").eq("o1"), Select="COUNT", Limit=100
    )
    assert answer["Count"] == 16


# Several items in one request


def test_a_batch_of_more_than_16_mb_is_answered_in_parts(client, photos):
    text = "x" * 409_000
    with photos.batch_writer() as batch:
        for number in range(45):
            batch.put_item({"id": str(number), "text": text})
    wanted = {photos.name: {"Keys": [{"id": {"S": str(number)}} for number in range(45)]}}
    counts = []
    while wanted:
        answer = client.batch_get_item(RequestItems=wanted)
        counts.append(len(answer["Responses"][photos.name]))
        wanted = answer["UnprocessedKeys"]
    assert counts == [42, 3]


def test_a_transaction_happens_or_tells_why_not(client, photos):
    put = {"Put": {"TableName": photos.name, "Item": {"id": {"S": "a"}, "n": {"N": "1"}}}}
    check = {
        "ConditionCheck": {
            "TableName": photos.name,
            "Key": {"id": {"S": "b"}},
            "ConditionExpression": "attribute_exists(id)",
        }
    }
    with pytest.raises(client.exceptions.TransactionCanceledException) as error:
        client.transact_write_items(TransactItems=[put, check])
    assert [reason["Code"] for reason in error.value.response["CancellationReasons"]] == [
        "None",
        "ConditionalCheckFailed",
    ]
    photos.put_item(Item={"id": "b"})
    client.transact_write_items(TransactItems=[put, check])
    gets = [{"Get": {"TableName": photos.name, "Key": {"id": {"S": key}}}} for key in "abc"]
    answer = client.transact_get_items(TransactItems=gets)
    assert [response.get("Item") for response in answer["Responses"]] == [
        {"id": {"S": "a"}, "n": {"N": "1"}},
        {"id": {"S": "b"}},
        None,
    ]


# Tables


def test_a_table_lives_through_its_settings(client, photos):
    name, arn = photos.name, photos.table_arn
    client.update_time_to_live(
        TableName=name, TimeToLiveSpecification={"AttributeName": "expiresAt", "Enabled": True}
    )
    assert client.describe_time_to_live(TableName=name)["TimeToLiveDescription"] == {
        "TimeToLiveStatus": "ENABLED",
        "AttributeName": "expiresAt",
    }
    client.tag_resource(ResourceArn=arn, Tags=[{"Key": "stage", "Value": "test"}])
    assert client.list_tags_of_resource(ResourceArn=arn)["Tags"] == [{"Key": "stage", "Value": "test"}]
    client.update_continuous_backups(
        TableName=name, PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True}
    )
    assert name in [table for page in client.get_paginator("list_tables").paginate() for table in page["TableNames"]]
    photos.put_item(Item={"id": "a"})
    photos.reload()
    assert (photos.item_count, photos.table_size_bytes, photos.table_status) == (1, 3, "ACTIVE")
    photos.delete()
    client.get_waiter("table_not_exists").wait(TableName=name, WaiterConfig={"Delay": 1, "MaxAttempts": 10})


def test_the_command_line_writes_and_reads(local_stack, photos):
    def aws(*arguments):
        command = [sys.executable, "-m", "awscli", "dynamodb", *arguments, "--endpoint-url", local_stack.url]
        run = subprocess.run(
            command, capture_output=True, text=True, timeout=60, env=local_stack.environment(), check=True
        )
        return json.loads(run.stdout) if run.stdout.strip() else None

    aws("put-item", "--table-name", photos.name, "--item", '{"id": {"S": "a"}, "n": {"N": "1.50"}}')
    assert aws("get-item", "--table-name", photos.name, "--key", '{"id": {"S": "a"}}') == {
        "Item": {"id": {"S": "a"}, "n": {"N": "1.5"}}
    }


def test_what_was_acknowledged_survives_a_kill(start_stack):
    stack = start_stack()
    client = stack.client("dynamodb")
    create_table(client, "photos", is_sorted=False)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: client.put_item(TableName="photos", Item={"id": {"S": str(n)}}), range(100)))
    client.delete_item(TableName="photos", Key={"id": {"S": "0"}})
    stack.kill()
    items = start_stack().client("dynamodb").scan(TableName="photos")["Items"]
    assert {item["id"]["S"] for item in items} == {str(n) for n in range(1, 100)}


# moto as the witness


ITEM = {
    "id": {"S": "a"},
    "n": {"N": "1"},
    "owner": {"S": "me"},
    "text": {"S": "hello"},
    "entries": {"L": [{"N": "1"}, {"S": "two"}, {"M": {"deep": {"BOOL": True}}}]},
    "map": {"M": {"x": {"N": "7"}, "y": {"S": "why"}}},
    "marks": {"SS": ["x", "y"]},
}
OTHERS = [{"id": {"S": "a"}, "n": {"N": str(n)}, "v": {"N": str(n * n)}} for n in (-3, 2, 10, 33)]
KEY = {"id": {"S": "a"}, "n": {"N": "1"}}


def values(**placeholders):
    """`values(t="x", n=1)` is what `ExpressionAttributeValues` holds."""
    return {f":{name}": {"N": str(v)} if isinstance(v, int) else {"S": v} for name, v in placeholders.items()}


def update(expression, wanted="ALL_NEW", **more):
    return "update_item", {"Key": KEY, "UpdateExpression": expression, "ReturnValues": wanted, **more}


def query(condition, **more):
    return "query", {"KeyConditionExpression": condition, "ExpressionAttributeValues": values(a="a", t=2), **more}


SAME = [
    ("get_item", {"Key": KEY}),
    ("get_item", {"Key": {"id": {"S": "zz"}, "n": {"N": "1"}}}),
    ("get_item", {"Key": KEY, "ProjectionExpression": "entries[0], #m.y", "ExpressionAttributeNames": {"#m": "map"}}),
    ("put_item", {"Item": KEY | {"v": {"N": "2"}}, "ReturnValues": "ALL_OLD"}),
    ("put_item", {"Item": KEY, "ConditionExpression": "attribute_not_exists(id)"}),
    (
        "put_item",
        {
            "Item": KEY,
            "ConditionExpression": "size(#t) > :n",
            "ExpressionAttributeNames": {"#t": "text"},
            "ExpressionAttributeValues": values(n=5),
            "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
        },
    ),
    ("put_item", {"Item": {"id": {"S": "a"}}}),
    ("put_item", {"Item": {"id": {"S": "a"}, "n": {"S": "1"}}}),
    ("delete_item", {"Key": KEY, "ReturnValues": "ALL_OLD"}),
    (
        "delete_item",
        {"Key": KEY, "ConditionExpression": "contains(marks, :x)", "ExpressionAttributeValues": values(x="z")},
    ),
    update(
        "SET v = :v, #m.x = #m.x + :v",
        ExpressionAttributeNames={"#m": "map"},
        ExpressionAttributeValues=values(v=2),
    ),
    update("REMOVE entries[0], marks", "ALL_NEW"),
    update("REMOVE #t", "ALL_NEW", ExpressionAttributeNames={"#t": "text"}),
    update("ADD hits :v", "UPDATED_NEW", ExpressionAttributeValues=values(v=2)),
    update("ADD marks :s", "UPDATED_NEW", ExpressionAttributeValues={":s": {"SS": ["z"]}}),
    update("DELETE marks :s", "ALL_NEW", ExpressionAttributeValues={":s": {"SS": ["x", "y"]}}),
    update("SET v = if_not_exists(v, :v)", "UPDATED_NEW", ExpressionAttributeValues=values(v=2)),
    update(
        "SET entries = list_append(:l, entries)",
        "UPDATED_NEW",
        ExpressionAttributeValues={":l": {"L": [{"N": "0"}]}},
    ),
    update("SET id = :v", ExpressionAttributeValues=values(v="b")),
    update("SET nothing.x = :v", ExpressionAttributeValues=values(v=1)),
    update("SET v = nothing"),
    query("id = :a AND n > :t"),
    query("id = :a AND n BETWEEN :t AND :u", ExpressionAttributeValues=values(a="a", t=0, u=10)),
    query("id = :a AND n <= :t", ScanIndexForward=False),
    query("id = :a AND n < :t", Limit=1),
    query("id = :a", ExpressionAttributeValues=values(a="a"), Select="COUNT"),
    query("id = :a", FilterExpression="attribute_exists(v)", ExpressionAttributeValues=values(a="a"), Limit=3),
    query("id = :a", ExpressionAttributeValues=values(a="nobody")),
    (
        "query",
        {
            "IndexName": "by-owner",
            "KeyConditionExpression": "#o = :o",
            "ExpressionAttributeNames": {"#o": "owner"},
            "ExpressionAttributeValues": values(o="me"),
        },
    ),
    ("scan", {"FilterExpression": "v > :v", "ExpressionAttributeValues": values(v=50)}),
    ("scan", {"FilterExpression": ""}),
    ("scan", {"FilterExpression": "v IN (:v, :w)", "ExpressionAttributeValues": values(v=4, w=100)}),
]


def outcome(call, parameters):
    """The answer without its metadata, or the error's code, text and item."""
    try:
        answer = call(**parameters)
    except ClientError as error:
        answer = {"Error": error.response["Error"], "Item": error.response.get("Item")}
    # moto tells the capacity of updates unasked.
    for name in ["ResponseMetadata", "ConsumedCapacity"]:
        answer.pop(name, None)
    for item in [answer.get("Attributes"), answer.get("Item"), *answer.get("Items", [])]:
        for attribute in (item or {}).values():
            attribute.get("SS", []).sort()
    return answer


@pytest.mark.parametrize("action, parameters", SAME, ids=lambda value: str(value)[:60])
def test_both_implementations_answer_the_same(client, moto, new_name, action, parameters):
    name = new_name("same")
    outcomes = []
    for each in (client, moto.client("dynamodb")):
        create_table(each, name, attributes={"owner": "S"}, GlobalSecondaryIndexes=[OWNER_INDEX])
        for item in [ITEM, *OTHERS]:
            each.put_item(TableName=name, Item=item)
        first = outcome(getattr(each, action), {"TableName": name, **parameters})
        left = outcome(each.scan, {"TableName": name})
        outcomes.append((first, left))
    assert outcomes[0] == outcomes[1]
