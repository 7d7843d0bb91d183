"""The local stack with the repository's template, and what a caller, a subscriber and an operator see of it."""

import json
import os
import pathlib
import signal
import time

import requests
import sseclient

from local_stack import ROOT, LocalStack
from processes import children

TIME_LIMIT_SECONDS = 90


def watch(address, **headers):
    """The events of a stream until it ends, as the client of the PyPI package sseclient-py sees them."""
    answer = requests.get(address, stream=True, timeout=60, headers={"Accept": "text/event-stream", **headers})
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"] == "text/event-stream"
    assert answer.headers["Cache-Control"] == "no-cache"
    return sseclient.SSEClient(within_limit(answer, address)).events()


def within_limit(pieces, address):
    """The pieces of a stream, of which there is one every fifteen seconds, unless it goes on for too long."""
    deadline = time.monotonic() + TIME_LIMIT_SECONDS
    for piece in pieces:
        assert time.monotonic() < deadline, f"{address} has not ended within {TIME_LIMIT_SECONDS} s"
        yield piece


class Stack(LocalStack):
    """A stack of the repository's template. `parameters` override the template's."""

    def __init__(self, state, region="us-east-1", **parameters):
        super().__init__(state, ROOT / "template.yaml", region, **parameters)

    # The operator's side

    def function_processes(self, name):
        """Ids of the processes that run the function's bootstrap as this stack's children."""
        return children(self.process.pid, f"lambda/{name}/bootstrap")

    def kill_function(self, name):
        processes = self.function_processes(name)
        for process in processes:
            os.kill(process, signal.SIGKILL)
        return len(processes)

    def attempts(self, request_id, stage):
        """How often a stage has begun with a request; 0 before there is a record."""
        answer = requests.get(f"{self.url}/requests/{request_id}", timeout=TIME_LIMIT_SECONDS)
        return answer.json()["stages"].get(stage, {}).get("attempts", 0) if answer.ok else 0

    @staticmethod
    def is_alive(process):
        return pathlib.Path(f"/proc/{process}").exists()

    def queue_depth(self, name):
        sqs = self.client("sqs")
        url = sqs.get_queue_url(QueueName=name)["QueueUrl"]
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        attributes = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"]
        return sum(int(attributes[name]) for name in names)

    def advance_clock(self, days=0, seconds=0):
        """Moves the services' time; the functions keep the machine's."""
        answer = requests.post(
            f"{self.url}/_aws/clock", json={"advanceSeconds": days * 86_400 + seconds}, timeout=TIME_LIMIT_SECONDS
        )
        assert answer.status_code == 200, answer.text

    def wait_until_owners_are_told(self):
        """Until the notifier has nothing left to do."""
        self.wait_until(lambda: self.queue_depth("rtp-notifier-queue") == 0)

    # The caller's side

    def upload(self, data, name="photo.jpg"):
        response = requests.put(f"{self.url}/files/{name}", data=data, timeout=TIME_LIMIT_SECONDS)
        assert response.status_code == 201, response.text
        return response.json()

    def stored(self, key):
        """The bytes of an upload."""
        return self.client("s3").get_object(Bucket="rtp-request-files", Key=key)["Body"].read()

    def post(self, request):
        return requests.post(f"{self.url}/process-file", json=request, timeout=TIME_LIMIT_SECONDS)

    def ask(self, request):
        response = self.post(request)
        assert response.status_code == 202, response.text
        return response.json()["requestId"]

    def record(self, request_id):
        response = requests.get(f"{self.url}/requests/{request_id}", timeout=TIME_LIMIT_SECONDS)
        assert response.status_code == 200, response.text
        return response.json()

    def follow(self, request_id):
        """Waits for the end of the request's events; answers its record."""
        *_, end = watch(f"{self.url}/requests/{request_id}/events")
        assert end.event == "end" and end.data != "unknown", end
        return self.record(request_id)

    def mails(self):
        return requests.get(f"{self.url}/_aws/ses", timeout=TIME_LIMIT_SECONDS).json()["messages"]

    def subscribe(self):
        return Subscriber(self)


class Subscriber:
    """A queue of its own on the events topic: what a caller's own service would have."""

    def __init__(self, stack):
        self.stack = stack
        self.sqs = stack.client("sqs")
        self.url = self.sqs.create_queue(QueueName="subscriber")["QueueUrl"]
        self.seen = []
        arn = self.sqs.get_queue_attributes(QueueUrl=self.url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
        stack.client("sns").subscribe(
            TopicArn=f"arn:aws:sns:{stack.region}:000000000000:rtp-events-topic",
            Protocol="sqs",
            Endpoint=arn,
            Attributes={"RawMessageDelivery": "true"},
        )

    def wait_for(self, wanted):
        """The first event, seen already or still to come, that `wanted` says yes to."""
        deadline = time.monotonic() + TIME_LIMIT_SECONDS
        for event in self.seen:
            if wanted(event):
                return event
        while time.monotonic() < deadline:
            answer = self.sqs.receive_message(QueueUrl=self.url, WaitTimeSeconds=5, MaxNumberOfMessages=1)
            for message in answer.get("Messages", []):
                self.sqs.delete_message(QueueUrl=self.url, ReceiptHandle=message["ReceiptHandle"])
                event = json.loads(message["Body"])
                self.seen.append(event)
                if wanted(event):
                    return event
        raise AssertionError(f"no such event within {TIME_LIMIT_SECONDS} s; seen: {self.seen}")

    def end_of(self, request_id):
        """The event that ends a request, completed or failed, once its owner has been told too."""
        event = self.wait_for(
            lambda event: event["subject"] == request_id and event["type"].rsplit(".", 1)[1] in ("completed", "failed")
        )
        self.stack.wait_until_owners_are_told()
        return event
