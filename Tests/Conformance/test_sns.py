"""SNS by boto3, its signatures by an independent implementation of RSA, and all of it beside moto."""

import base64
import json
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding

from outcome import outcome

SIGNED = ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"]


class Flow:
    """A topic and a queue of one account, and how to get from one to the other."""

    def __init__(self, account, name, **attributes):
        self.sns = account.client("sns")
        self.sqs = account.client("sqs")
        self.topic = self.sns.create_topic(Name=name)["TopicArn"]
        self.subscription, self.queue = self.subscribe(name, **attributes)

    def subscribe(self, name, **attributes):
        url = self.sqs.create_queue(QueueName=name)["QueueUrl"]
        answer = self.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])
        subscription = self.sns.subscribe(
            TopicArn=self.topic,
            Protocol="sqs",
            Endpoint=answer["Attributes"]["QueueArn"],
            Attributes=attributes,
            ReturnSubscriptionArn=True,
        )
        return subscription["SubscriptionArn"], url

    def publish(self, message, attributes=None, **more):
        return self.sns.publish(
            TopicArn=self.topic, Message=message, MessageAttributes=typed(attributes or {}), **more
        )

    def receive(self, queue=None):
        """All messages that are in the queue, by their texts in order."""
        messages = []
        while page := self.sqs.receive_message(
            QueueUrl=queue or self.queue, MaxNumberOfMessages=10, MessageAttributeNames=["All"]
        ).get("Messages"):
            messages += page
        return sorted(messages, key=lambda message: message["Body"])

    def bodies(self, queue=None):
        return [message["Body"] for message in self.receive(queue)]


def typed(attributes):
    """`{"a": "x", "n": 1, "l": ["y"]}` as message attributes."""

    def value(content):
        if isinstance(content, str):
            return {"DataType": "String", "StringValue": content}
        if isinstance(content, bytes):
            return {"DataType": "Binary", "BinaryValue": content}
        if isinstance(content, list):
            return {"DataType": "String.Array", "StringValue": json.dumps(content)}
        return {"DataType": "Number", "StringValue": str(content)}

    return {name: value(content) for name, content in attributes.items()}


@pytest.fixture
def flow(local_stack, new_name):
    return Flow(local_stack, new_name("flow"))


@pytest.fixture
def raw_flow(local_stack, new_name):
    return Flow(local_stack, new_name("raw"), RawMessageDelivery="true")


# What a subscriber relies on


@pytest.mark.parametrize("version, digest", [("1", hashes.SHA1()), ("2", hashes.SHA256())])
def test_the_signature_is_that_of_the_certificate(flow, version, digest):
    flow.sns.set_topic_attributes(TopicArn=flow.topic, AttributeName="SignatureVersion", AttributeValue=version)
    flow.publish("line\nbreak \"é\"", {"a": "x"}, Subject="News")
    [body] = flow.bodies()
    envelope = json.loads(body)
    assert envelope["SignatureVersion"] == version
    certificate = x509.load_pem_x509_certificate(requests.get(envelope["SigningCertURL"], timeout=10).content)
    text = "".join(f"{name}\n{envelope[name]}\n" for name in SIGNED)
    # Throws if it is not.
    certificate.public_key().verify(
        base64.b64decode(envelope["Signature"]), text.encode(), padding.PKCS1v15(), digest
    )


def test_the_link_in_a_notification_ends_the_subscription(flow):
    flow.publish("first")
    [body] = flow.bodies()
    assert requests.get(json.loads(body)["UnsubscribeURL"], timeout=10).status_code == 200
    flow.publish("second")
    assert flow.bodies() == []
    assert flow.sns.list_subscriptions_by_topic(TopicArn=flow.topic)["Subscriptions"] == []


def test_raw_delivery_hands_on_every_kind_of_attribute(raw_flow):
    attributes = {"a": "Größe 🖼", "n": -1.5, "b": bytes(range(256)), "l": ["x", None, True, 1]}
    raw_flow.publish("plain 写真", attributes)
    [message] = raw_flow.receive()
    assert message["Body"] == "plain 写真"
    assert message["MessageAttributes"] == typed(attributes)


def test_a_batch_reaches_the_queue(raw_flow):
    entries = [
        {"Id": f"e{n}", "Message": f"m{n}", "MessageAttributes": typed({"n": n})} for n in range(10)
    ]
    answer = raw_flow.sns.publish_batch(TopicArn=raw_flow.topic, PublishBatchRequestEntries=entries)
    assert [entry["Id"] for entry in answer["Successful"]] == [entry["Id"] for entry in entries]
    assert answer["Failed"] == []
    assert [(m["Body"], m["MessageAttributes"]) for m in raw_flow.receive()] == [
        (entry["Message"], entry["MessageAttributes"]) for entry in entries
    ]


def test_many_publishers_lose_and_double_nothing(raw_flow, new_name):
    _, second = raw_flow.subscribe(new_name("second"), RawMessageDelivery="true")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: raw_flow.publish(f"{n:03}"), range(100)))
    expected = [f"{n:03}" for n in range(100)]
    assert raw_flow.bodies() == expected
    assert raw_flow.bodies(second) == expected


def test_what_was_acknowledged_is_in_every_queue_after_a_kill(start_stack):
    stack = start_stack()
    flow = Flow(stack, "t", RawMessageDelivery="true")
    flow.subscribe("second", RawMessageDelivery="true", FilterPolicy='{"even":["yes"]}')
    for n in range(20):
        flow.publish(f"{n:02}", {"even": "no" if n % 2 else "yes"})
    stack.kill()
    flow.sqs = start_stack().client("sqs")
    urls = [flow.sqs.get_queue_url(QueueName=name)["QueueUrl"] for name in ("t", "second")]
    assert flow.bodies(urls[0]) == [f"{n:02}" for n in range(20)]
    assert flow.bodies(urls[1]) == [f"{n:02}" for n in range(0, 20, 2)]


def test_lists_are_paged(local_stack, new_name):
    sns = local_stack.client("sns")
    names = {sns.create_topic(Name=new_name("page"))["TopicArn"] for _ in range(101)}
    listed = [topic["TopicArn"] for page in sns.get_paginator("list_topics").paginate() for topic in page["Topics"]]
    assert names <= set(listed)
    assert len(listed) == len(set(listed))


# moto as the witness


# moto knows no `equals-ignore-case`, and null neither in policies nor in bodies.
POLICIES = [
    ({"a": ["x"]}, [{"a": "x"}, {"a": "y"}, {"b": "x"}, {}, {"a": ["y", "x"]}, {"a": ["y"]}]),
    ({"a": ["x"], "b": ["y", "z"]}, [{"a": "x"}, {"a": "x", "b": "z"}, {"b": "y"}]),
    ({"a": [{"prefix": "ab"}]}, [{"a": "abc"}, {"a": "ba"}, {"a": "ab"}]),
    ({"a": [{"suffix": "yz"}]}, [{"a": "xyz"}, {"a": "zy"}]),
    ({"a": [{"anything-but": ["x", "y"]}]}, [{"a": "x"}, {"a": "z"}]),
    ({"a": [{"anything-but": {"prefix": "x"}}]}, [{"a": "xa"}, {"a": "z"}]),
    ({"a": [{"numeric": ["=", 1.5]}]}, [{"a": 1.5}, {"a": 2}]),
    ({"a": [{"numeric": [">", 0, "<=", 150]}]}, [{"a": 0}, {"a": 0.5}, {"a": 150}, {"a": 151}]),
    ({"a": [{"exists": True}]}, [{"a": "x"}, {"b": "x"}]),
    ({"a": [{"exists": False}]}, [{"a": "x"}, {"b": "x"}]),
    ({"$or": [{"a": ["x"]}, {"b": ["y"]}]}, [{"a": "x"}, {"b": "y"}, {"a": "y", "b": "x"}]),
]


@pytest.mark.parametrize("policy, messages", POLICIES, ids=lambda value: str(value)[:50])
def test_both_implementations_let_the_same_messages_pass(local_stack, moto, new_name, policy, messages):
    name = new_name("filter")
    passed = []
    for account in (local_stack, moto):
        flow = Flow(account, name, RawMessageDelivery="true", FilterPolicy=json.dumps(policy))
        for attributes in messages:
            flow.publish(json.dumps(attributes), attributes)
        passed.append(flow.bodies())
    assert passed[0] == passed[1]


BODY_POLICIES = [
    ({"a": {"b": ["x"]}}, [{"a": {"b": "x"}}, {"a": {"b": "y"}}, {"b": "x"}]),
    ({"a": [1, True]}, [{"a": 1}, {"a": True}, {"a": None}, {"a": 2}, {}]),
    ({"a": {"b": [{"prefix": "x"}]}, "c": [{"exists": True}]}, [{"a": {"b": "xy"}, "c": 1}, {"a": {"b": "xy"}}]),
    ({"a": ["x"]}, [{"a": ["y", "x"]}, {"a": ["y"]}]),
]


@pytest.mark.parametrize("policy, bodies", BODY_POLICIES, ids=lambda value: str(value)[:50])
def test_both_implementations_let_the_same_bodies_pass(local_stack, moto, new_name, policy, bodies):
    name = new_name("filter")
    passed = []
    for account in (local_stack, moto):
        flow = Flow(
            account,
            name,
            RawMessageDelivery="true",
            FilterPolicyScope="MessageBody",
            FilterPolicy=json.dumps(policy),
        )
        for body in bodies:
            flow.publish(json.dumps(body))
        passed.append(flow.bodies())
    assert passed[0] == passed[1]


def envelope(flow):
    flow.publish("hello", {"a": "x", "n": 1}, Subject="News")
    [body] = flow.bodies()
    members = json.loads(body)
    kept = ["Type", "TopicArn", "Subject", "Message"]
    return sorted(members), {name: members[name] for name in kept}, members["MessageAttributes"]


def texts_by_protocol(flow):
    message = json.dumps({"default": "for all", "sqs": "for queues"})
    flow.publish(message, MessageStructure="json")
    return [json.loads(body)["Message"] for body in flow.bodies()]


def subscriptions(flow):
    attributes = flow.sns.get_subscription_attributes(SubscriptionArn=flow.subscription)["Attributes"]
    kept = ["TopicArn", "Endpoint", "Protocol", "Owner", "PendingConfirmation", "RawMessageDelivery"]
    ours = [
        {name: value for name, value in entry.items() if name != "SubscriptionArn"}
        for entry in flow.sns.list_subscriptions_by_topic(TopicArn=flow.topic)["Subscriptions"]
    ]
    return {name: attributes.get(name, "false") for name in kept}, ours


def topics(flow):
    flow.sns.set_topic_attributes(TopicArn=flow.topic, AttributeName="DisplayName", AttributeValue="Name")
    attributes = flow.sns.get_topic_attributes(TopicArn=flow.topic)["Attributes"]
    kept = ["TopicArn", "Owner", "DisplayName"]
    flow.sns.tag_resource(ResourceArn=flow.topic, Tags=[{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}])
    flow.sns.untag_resource(ResourceArn=flow.topic, TagKeys=["a"])
    tags = flow.sns.list_tags_for_resource(ResourceArn=flow.topic)["Tags"]
    return {name: attributes[name] for name in kept}, tags


def refusals(flow):
    sns, topic = flow.sns, flow.topic
    return (
        outcome(sns.get_topic_attributes, TopicArn=topic + "x"),
        outcome(sns.publish, TopicArn=topic + "x", Message="m"),
        outcome(sns.publish, TopicArn=topic, Message="a" * 262_145),
        outcome(sns.publish, TopicArn=topic, Message="m", Subject="s" * 101),
        outcome(sns.create_topic, Name="a b"),
        outcome(sns.get_subscription_attributes, SubscriptionArn=topic + ":none"),
        outcome(
            sns.set_subscription_attributes,
            SubscriptionArn=flow.subscription,
            AttributeName="Colour",
            AttributeValue="red",
        ),
        outcome(sns.publish_batch, TopicArn=topic, PublishBatchRequestEntries=[{"Id": "a", "Message": "m"}] * 2),
    )


@pytest.mark.parametrize(
    "conversation", [envelope, texts_by_protocol, subscriptions, topics, refusals], ids=lambda each: each.__name__
)
def test_both_implementations_answer_the_same(local_stack, moto, new_name, conversation):
    name = new_name("same")
    ours, theirs = [json.dumps(conversation(Flow(account, name))) for account in (local_stack, moto)]
    # moto's account has another number.
    assert json.loads(ours) == json.loads(theirs.replace("123456789012", "000000000000"))
