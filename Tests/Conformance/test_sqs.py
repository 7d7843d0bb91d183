"""SQS by boto3 and the AWS CLI, and beside moto's independent implementation."""

import hashlib
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests
from botocore.exceptions import ClientError

from outcome import outcome

ALL = {"AttributeNames": ["All"], "MessageAttributeNames": ["All"], "MaxNumberOfMessages": 10}


@pytest.fixture
def sqs(local_stack):
    return local_stack.client("sqs")


@pytest.fixture
def queue(sqs, new_name):
    """The URL of a new queue."""
    return sqs.create_queue(QueueName=new_name("queue"))["QueueUrl"]


def arn_of(sqs, url):
    return sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]


def receive(sqs, url, **more):
    return sqs.receive_message(QueueUrl=url, **(ALL | more)).get("Messages", [])


# What a client relies on


def test_a_message_comes_back_with_everything_that_was_sent(sqs, queue):
    attributes = {
        "text": {"DataType": "String", "StringValue": "Größe 🖼"},
        "number": {"DataType": "Number.int", "StringValue": "42"},
        "bytes": {"DataType": "Binary", "BinaryValue": bytes(range(256))},
    }
    body = "line\nbreak\t<xml> & \"quotes\" \\ 写真 🖼"
    sent = sqs.send_message(QueueUrl=queue, MessageBody=body, MessageAttributes=attributes)
    [message] = receive(sqs, queue)
    assert message["Body"] == body
    assert message["MessageAttributes"] == attributes
    assert message["MessageId"] == sent["MessageId"]
    assert message["MD5OfBody"] == sent["MD5OfMessageBody"] == hashlib.md5(body.encode()).hexdigest()
    assert message["MD5OfMessageAttributes"] == sent["MD5OfMessageAttributes"]
    assert message["Attributes"]["ApproximateReceiveCount"] == "1"


def test_a_long_poll_is_woken_by_the_message(sqs, queue):
    with ThreadPoolExecutor(1) as pool:
        poll = pool.submit(receive, sqs, queue, WaitTimeSeconds=20)
        sqs.send_message(QueueUrl=queue, MessageBody="m")
        assert [message["Body"] for message in poll.result(10)] == ["m"]


def test_a_long_poll_ends_empty(sqs, queue):
    assert receive(sqs, queue, WaitTimeSeconds=1) == []


def test_many_senders_and_receivers_lose_and_double_nothing(sqs, queue):
    def send(number):
        entries = [{"Id": str(index), "MessageBody": f"{number}-{index}"} for index in range(10)]
        answer = sqs.send_message_batch(QueueUrl=queue, Entries=entries)
        assert len(answer["Successful"]) == 10

    def take(_):
        bodies = []
        while messages := receive(sqs, queue, WaitTimeSeconds=1):
            bodies += [message["Body"] for message in messages]
            entries = [{"Id": str(i), "ReceiptHandle": m["ReceiptHandle"]} for i, m in enumerate(messages)]
            assert "Failed" not in sqs.delete_message_batch(QueueUrl=queue, Entries=entries)
        return bodies

    with ThreadPoolExecutor(8) as pool:
        takers = pool.map(take, range(4))
        list(pool.map(send, range(20)))
        taken = sorted(body for bodies in takers for body in bodies)
    assert taken == sorted(f"{number}-{index}" for number in range(20) for index in range(10))


def test_what_was_acknowledged_survives_a_kill(start_stack):
    stack = start_stack()
    sqs = stack.client("sqs")
    url = sqs.create_queue(QueueName="q")["QueueUrl"]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: sqs.send_message(QueueUrl=url, MessageBody=str(n)), range(100)))
    [received] = receive(sqs, url, MaxNumberOfMessages=1, VisibilityTimeout=3600)
    stack.kill()
    sqs = start_stack().client("sqs")
    url = sqs.get_queue_url(QueueName="q")["QueueUrl"]
    bodies = {message["Body"] for _ in range(20) for message in receive(sqs, url)}
    assert bodies == {str(n) for n in range(100)} - {received["Body"]}
    sqs.delete_message(QueueUrl=url, ReceiptHandle=received["ReceiptHandle"])


def test_the_queue_url_follows_the_name_by_which_the_stack_was_reached(local_stack, sqs, queue):
    other = local_stack.client("sqs", endpoint_url=local_stack.url.replace("127.0.0.1", "localhost"))
    name = queue.rsplit("/", 1)[1]
    url = other.get_queue_url(QueueName=name)["QueueUrl"]
    assert url == f"http://localhost:{local_stack.port}/000000000000/{name}"
    other.send_message(QueueUrl=url, MessageBody="m")
    assert [message["Body"] for message in receive(sqs, queue)] == ["m"]


def test_a_wrong_secret_is_refused(local_stack):
    sqs = local_stack.client("sqs", aws_secret_access_key="wrong")
    with pytest.raises(ClientError) as error:
        sqs.list_queues()
    assert error.value.response["Error"]["Code"] in ("InvalidSignatureException", "SignatureDoesNotMatch")


def test_the_page_shows_messages_without_receiving_them(local_stack, sqs, queue):
    sqs.send_message(QueueUrl=queue, MessageBody="m")
    for _ in range(2):
        answer = requests.get(
            f"{local_stack.url}/_aws/sqs/messages",
            params={"QueueUrl": queue},
            headers={"Accept": "application/json"},
            timeout=10,
        )
        result = answer.json()["ReceiveMessageResponse"]["ReceiveMessageResult"]
        assert [message["Body"] for message in result["Message"]] == ["m"]
    assert receive(sqs, queue)[0]["Attributes"]["ApproximateReceiveCount"] == "1"


def test_the_command_line_sends_and_receives(local_stack, queue):
    def aws(*arguments):
        command = [sys.executable, "-m", "awscli", "--endpoint-url", local_stack.url, "sqs", *arguments]
        done = subprocess.run(
            command, env=local_stack.environment(), capture_output=True, text=True, timeout=60, check=True
        )
        return json.loads(done.stdout)

    sent = aws("send-message", "--queue-url", queue, "--message-body", "from the shell")
    [message] = aws("receive-message", "--queue-url", queue)["Messages"]
    assert (message["MessageId"], message["Body"]) == (sent["MessageId"], "from the shell")


# moto as the witness


def plain_messages(sqs, url):
    send = outcome(sqs.send_message, "MD5OfMessageBody", QueueUrl=url, MessageBody="m")
    [message] = receive(sqs, url)
    again = receive(sqs, url)
    handle = message["ReceiptHandle"]
    change = outcome(sqs.change_message_visibility, QueueUrl=url, ReceiptHandle=handle, VisibilityTimeout=0)
    [seen] = receive(sqs, url)
    deleted = outcome(sqs.delete_message, QueueUrl=url, ReceiptHandle=seen["ReceiptHandle"])
    count = seen["Attributes"]["ApproximateReceiveCount"]
    return send, message["MD5OfBody"], again, change, count, deleted, receive(sqs, url)


def attributes_of_messages(sqs, url):
    attributes = {
        "a": {"DataType": "String", "StringValue": "x"},
        "b": {"DataType": "Number", "StringValue": "1.5"},
        "c": {"DataType": "Binary", "BinaryValue": b"\x00\xff"},
    }
    sent = outcome(
        sqs.send_message, "MD5OfMessageAttributes", QueueUrl=url, MessageBody="m", MessageAttributes=attributes
    )
    [message] = receive(sqs, url, MessageAttributeNames=["a", "c"])
    return sent, message["MessageAttributes"], message["MD5OfMessageAttributes"]


def batches(sqs, url):
    entries = [{"Id": "a", "MessageBody": "one"}, {"Id": "b", "MessageBody": "two", "DelaySeconds": 900}]
    answer = sqs.send_message_batch(QueueUrl=url, Entries=entries)
    sent = [(entry["Id"], entry["MD5OfMessageBody"]) for entry in answer["Successful"]]
    twice = outcome(sqs.send_message_batch, QueueUrl=url, Entries=[entries[0], entries[0]])
    odd = outcome(sqs.send_message_batch, QueueUrl=url, Entries=[{"Id": "a b", "MessageBody": "m"}])
    many = outcome(
        sqs.send_message_batch, QueueUrl=url, Entries=[{"Id": str(i), "MessageBody": "m"} for i in range(11)]
    )
    return sent, twice, odd, many, [message["Body"] for message in receive(sqs, url)]


def settings(sqs, url):
    change = outcome(sqs.set_queue_attributes, QueueUrl=url, Attributes={"VisibilityTimeout": "7", "DelaySeconds": "3"})
    all_of_them = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    names = ["VisibilityTimeout", "DelaySeconds", "MessageRetentionPeriod", "ReceiveMessageWaitTimeSeconds"]
    return change, {name: all_of_them[name] for name in names}


def tags(sqs, url):
    sqs.tag_queue(QueueUrl=url, Tags={"a": "1", "b": "2"})
    sqs.untag_queue(QueueUrl=url, TagKeys=["a"])
    return outcome(sqs.list_queue_tags, "Tags", QueueUrl=url)


def dead_letters(sqs, url):
    letters = sqs.create_queue(QueueName=url.rsplit("/", 1)[1] + "-letters")["QueueUrl"]
    policy = {"deadLetterTargetArn": arn_of(sqs, letters), "maxReceiveCount": 1}
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"RedrivePolicy": json.dumps(policy), "VisibilityTimeout": "0"})
    sqs.send_message(QueueUrl=url, MessageBody="m")
    first = [message["Body"] for message in receive(sqs, url)]
    second = [message["Body"] for message in receive(sqs, url)]
    return first, second, [message["Body"] for message in receive(sqs, letters)]


def order(sqs, url):
    fifo = sqs.create_queue(QueueName=url.rsplit("/", 1)[1] + ".fifo", Attributes={"FifoQueue": "true"})["QueueUrl"]
    missing = outcome(sqs.send_message, QueueUrl=fifo, MessageBody="m", MessageDeduplicationId="1")
    for body, group, key in [("a1", "a", "1"), ("a2", "a", "2"), ("b1", "b", "3"), ("again", "a", "1")]:
        sqs.send_message(QueueUrl=fifo, MessageBody=body, MessageGroupId=group, MessageDeduplicationId=key)
    [first] = receive(sqs, fifo, MaxNumberOfMessages=1)
    others = [message["Body"] for message in receive(sqs, fifo)]
    sqs.delete_message(QueueUrl=fifo, ReceiptHandle=first["ReceiptHandle"])
    return missing, first["Body"], others, [message["Body"] for message in receive(sqs, fifo)]


def refusals(sqs, url):
    name = url.rsplit("/", 1)[1]
    return (
        outcome(sqs.get_queue_url, QueueName=name + "-none"),
        outcome(sqs.send_message, QueueUrl=url + "-none", MessageBody="m"),
        outcome(sqs.delete_message, QueueUrl=url, ReceiptHandle="nonsense"),
        outcome(sqs.get_queue_attributes, QueueUrl=url, AttributeNames=["Colour"]),
        outcome(sqs.send_message_batch, QueueUrl=url, Entries=[]),
    )


CONVERSATIONS = [plain_messages, attributes_of_messages, batches, settings, tags, dead_letters, order, refusals]


@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=lambda each: each.__name__)
def test_both_implementations_answer_the_same(sqs, moto, new_name, conversation):
    name = new_name("same")
    outcomes = []
    for client in (sqs, moto.client("sqs")):
        url = client.create_queue(QueueName=name)["QueueUrl"]
        outcomes.append(conversation(client, url))
    assert outcomes[0] == outcomes[1]
