"""The local stack as a child process, and what a caller, a subscriber and an operator see of it."""

import json
import os
import pathlib
import signal
import subprocess
import time

import boto3
import requests

from processes import children, keep_reading, wait_for_line, wait_until

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = ROOT / ".build" / "release" / "local-stack"
TIME_LIMIT_SECONDS = 90


class Stack:
    """`local-stack serve` on a free port. `parameters` override the template's."""

    def __init__(self, state, parameters, region="us-east-1"):
        self.region = region
        command = [BINARY, "serve", "--port", "0", "--state", state, "--template", ROOT / "template.yaml"]
        command += ["--region", region]
        for name, value in parameters.items():
            command += ["--parameter", f"{name}={value}"]
        self.log = []
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
        )
        self.url = wait_for_line(self.process, self.process.stdout, r"ready at (http://127\.0\.0\.1:\d+)").group(1)
        keep_reading(self.process.stdout, self.log)

    def client(self, service):
        return boto3.client(
            service,
            endpoint_url=self.url,
            region_name=self.region,
            aws_access_key_id="test",
            aws_secret_access_key="test",
        )

    # The operator's side

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                raise
        return self.process.returncode

    def kill(self):
        self.process.kill()
        self.process.wait()

    def function_processes(self, name):
        """Ids of the processes that run the function's bootstrap as this stack's children."""
        return children(self.process.pid, f"lambda/{name}/bootstrap")

    def kill_function(self, name):
        processes = self.function_processes(name)
        for process in processes:
            os.kill(process, signal.SIGKILL)
        return len(processes)

    @staticmethod
    def is_alive(process):
        return pathlib.Path(f"/proc/{process}").exists()

    def queue_depth(self, name):
        sqs = self.client("sqs")
        url = sqs.get_queue_url(QueueName=name)["QueueUrl"]
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        attributes = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=names)["Attributes"]
        return sum(int(attributes[name]) for name in names)

    def advance_clock(self, days):
        """Moves the services' time; the functions keep the machine's."""
        answer = requests.post(
            f"{self.url}/_aws/clock", json={"advanceSeconds": days * 86_400}, timeout=TIME_LIMIT_SECONDS
        )
        assert answer.status_code == 200, answer.text

    def wait_until_owners_are_told(self):
        """Until the notifier has nothing left to do."""
        wait_until(lambda: self.queue_depth("rtp-notifier-queue") == 0)

    # The caller's side

    def upload(self, data, name="photo.jpg"):
        response = requests.put(f"{self.url}/files/{name}", data=data, timeout=TIME_LIMIT_SECONDS)
        assert response.status_code == 201, response.text
        return response.json()

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
