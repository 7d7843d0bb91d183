"""The same binaries against somebody else's implementation of the services, polling their queues themselves."""

import io
import json

import pytest
import requests
from PIL import Image

import pictures
from moto_account import MotoAccount


@pytest.fixture
def account():
    account = MotoAccount()
    account.start_functions()
    yield account
    account.stop()


def ask(account, request_id, key):
    request = {
        "requestId": request_id,
        "source": {"key": key},
        "renditions": [
            {"name": "small", "width": 200, "height": 200, "fit": "cover", "format": "webp"},
            {"name": "large", "width": 800, "format": "jpeg"},
        ],
        "notify": {"email": "owner@example.com"},
        "attributes": {"region": "usa"},
    }
    account.client("sns").publish(TopicArn=account.topics["request"], Message=json.dumps(request))


def end_of(account, request_id):
    """The event that ends the request; events reach a queue as they would reach a customer's."""
    sqs = account.client("sqs")
    for _ in range(30):
        answer = sqs.receive_message(QueueUrl=account.queues["events"], WaitTimeSeconds=2, MessageAttributeNames=["All"])
        for message in answer.get("Messages", []):
            sqs.delete_message(QueueUrl=account.queues["events"], ReceiptHandle=message["ReceiptHandle"])
            event = json.loads(message["Body"])
            if event["subject"] == request_id and event["type"].rsplit(".", 1)[1] in ("completed", "failed"):
                assert message["MessageAttributes"]["region"]["StringValue"] == "usa"
                return event
    raise AssertionError(f"no end of {request_id}")


def test_a_photo_becomes_renditions_and_a_mail(account):
    account.client("s3").put_object(
        Bucket="rtp-request-files", Key="uploads/1/photo 1.jpg", Body=pictures.jpeg(1920, 1440)
    )
    ask(account, "on-moto-1", "uploads/1/photo 1.jpg")
    event = end_of(account, "on-moto-1")

    assert event["type"].endswith(".completed")
    item = account.client("dynamodb").get_item(TableName="rtp-data-store", Key={"requestId": {"S": "on-moto-1"}})["Item"]
    record = json.loads(item["document"]["S"])
    assert record["status"] == item["status"]["S"] == "processed"
    for output, size in zip(record["outputs"], ((200, 200), (800, 600)), strict=True):
        stored = account.client("s3").get_object(Bucket="rtp-processed-files", Key=output["key"])["Body"].read()
        assert Image.open(io.BytesIO(stored)).size == size
        assert requests.get(output["url"], timeout=30).content == stored
    assert account.stop_functions() == [0, 0, 0], "the functions end cleanly when an orchestrator ends them"
    assert account.is_idle()
    assert len(account.mails()) == 1


def test_a_missing_upload_is_rejected_and_the_owner_told(account):
    ask(account, "on-moto-2", "uploads/1/absent.jpg")
    event = end_of(account, "on-moto-2")
    assert event["data"]["failure"]["code"] == "source_not_found"
    assert account.stop_functions() == [0, 0, 0]
    assert account.is_idle()
    assert len(account.mails()) == 1

