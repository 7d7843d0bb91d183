"""An account at moto, an independent implementation of the AWS services, with the pipeline's resources in it."""

import json
import os
import subprocess

import requests

from local_stack import ROOT
from moto_server import MotoServer
from output import Output
from processes import end

HOPS = {"request": "preprocessor", "preprocess-ok": "file-processor", "notifier": "notifier"}
BUCKETS = ["rtp-request-files", "rtp-preprocessed-files", "rtp-processed-files", "rtp-archived-files"]
SENDER = "images@example.com"


class MotoAccount(MotoServer):
    """moto's server, and the functions as processes that poll their queues themselves."""

    def __init__(self):
        super().__init__()
        self.functions = []
        self.outputs = {}
        self._make_resources()

    def _make_resources(self):
        sqs, sns, s3 = self.client("sqs"), self.client("sns"), self.client("s3")
        self.topics, self.queues = {}, {}
        for bucket in BUCKETS:
            s3.create_bucket(Bucket=bucket)
        self.client("dynamodb").create_table(
            TableName="rtp-data-store",
            KeySchema=[{"AttributeName": "requestId", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": "requestId", "AttributeType": "S"}],
            BillingMode="PAY_PER_REQUEST",
        )
        self.client("sesv2").create_email_identity(EmailIdentity=SENDER)
        for hop in [*HOPS, "events"]:
            self.topics[hop] = sns.create_topic(Name=f"rtp-{hop}-topic")["TopicArn"]
            self.queues[hop] = self._make_queue(sqs, hop)
            sns.subscribe(
                TopicArn=self.topics[hop],
                Protocol="sqs",
                Endpoint=self._arn(sqs, self.queues[hop]),
                Attributes={"RawMessageDelivery": "true"},
            )

    def _make_queue(self, sqs, hop):
        dead_letters = sqs.create_queue(QueueName=f"rtp-{hop}-dlq")["QueueUrl"]
        redrive = {"deadLetterTargetArn": self._arn(sqs, dead_letters), "maxReceiveCount": "5"}
        attributes = {"VisibilityTimeout": "60", "RedrivePolicy": json.dumps(redrive)}
        return sqs.create_queue(QueueName=f"rtp-{hop}-queue", Attributes=attributes)["QueueUrl"]

    @staticmethod
    def _arn(sqs, url):
        return sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]

    def start_functions(self, more=None):
        """Starts all functions; `more` are variables by the function's name."""
        for hop, function in HOPS.items():
            environment = {
                "PATH": os.environ["PATH"],
                "AWS_ENDPOINT_URL": self.url,
                "AWS_REGION": "us-east-1",
                "AWS_ACCESS_KEY_ID": "test",
                "AWS_SECRET_ACCESS_KEY": "test",
                "QUEUE_URL": self.queues[hop],
                "QUEUE_WAIT_SECONDS": "1",
                "DATA_TABLE": "rtp-data-store",
                "ARCHIVE_BUCKET": "rtp-archived-files",
                "REQUEST_BUCKET": BUCKETS[0],
                "PREPROCESSED_BUCKET": BUCKETS[1],
                "PROCESSED_BUCKET": BUCKETS[2],
                "PREPROCESS_OK_TOPIC_ARN": self.topics["preprocess-ok"],
                "NOTIFIER_TOPIC_ARN": self.topics["notifier"],
                "EVENTS_TOPIC_ARN": self.topics["events"],
                "SENDER_ADDRESS": SENDER,
                **(more or {}).get(function, {}),
            }
            binary = ROOT / ".build" / "lambda" / function / "bootstrap"
            process = subprocess.Popen([binary], env=environment, stdout=subprocess.PIPE, text=True)
            self.functions.append(process)
            self.outputs[function] = Output(process.stdout)

    def is_idle(self):
        """Whether no queue of the pipeline holds a message."""
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        for hop in HOPS:
            answer = self.client("sqs").get_queue_attributes(QueueUrl=self.queues[hop], AttributeNames=names)
            if any(int(answer["Attributes"][name]) for name in names):
                return False
        return True

    def mails(self):
        """Every mail that SES accepted, plain and raw."""
        data = requests.get(f"{self.url}/moto-api/data.json", timeout=30).json()["ses"]
        return data["Message"] + data["RawMessage"]

    def stop_functions(self):
        """Ends the functions as an orchestrator would, when they have done what they have in hand; their exit statuses."""
        return [end(function) for function in self.functions]

    def stop(self):
        self.stop_functions()
        super().stop()
