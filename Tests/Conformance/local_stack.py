"""The local stack as AWS's own clients see it: an endpoint for HTTP, one for HTTPS, and the authority behind that."""

import os
import pathlib
import subprocess
import sys

import boto3

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path.append(str(TESTS / "EndToEnd"))

from processes import keep_reading, wait_for_line  # noqa: E402

BINARY = pathlib.Path(os.environ.get("LOCAL_STACK_BINARY", TESTS.parent / ".build" / "release" / "local-stack"))
REGION = "us-east-1"
CREDENTIALS = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
EMPTY_TEMPLATE = """\
AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Resources: {}
"""


class RunningStack:
    """A stack that somebody else started."""

    def __init__(self, url, https_url, authority):
        self.url = url
        self.https_url = https_url
        self.authority = str(authority)

    def client(self, service, secure=False, **settings):
        """A boto3 client with the settings that everybody has who sets none."""
        if secure:
            settings = {"endpoint_url": self.https_url, "verify": self.authority} | settings
        return boto3.client(service, **{"endpoint_url": self.url, "region_name": REGION} | CREDENTIALS | settings)

    def environment(self, **variables):
        """The environment for a command-line client, which finds no settings of this machine's user."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
        return kept | {
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_DEFAULT_REGION": REGION,
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
            "AWS_EC2_METADATA_DISABLED": "true",
        } | variables

    @property
    def port(self):
        return int(self.url.rsplit(":", 1)[1])

    def stop(self):
        """Not ours to stop."""


class OwnStack(RunningStack):
    """`local-stack serve` on free ports and a state folder of its own."""

    def __init__(self, folder, template=EMPTY_TEMPLATE):
        self.folder = folder
        file = folder / "template.yaml"
        file.write_text(template)
        command = [BINARY, "serve", "--port", "0", "--https-port", "0", "--state", folder / "state", "--template", file]
        self.log = []
        self.process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
        )
        secure = wait_for_line(self.process, self.process.stdout, r"(https://localhost:\d+), signed by (\S+)")
        ready = wait_for_line(self.process, self.process.stdout, r"ready at (http://127\.0\.0\.1:\d+)")
        super().__init__(ready.group(1), secure.group(1), secure.group(2))
        keep_reading(self.process.stdout, self.log)

    def kill(self):
        """Ends it as a power failure would, between any two of its instructions."""
        self.process.kill()
        self.process.wait()

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                raise
        return self.process.returncode


def start(folder):
    """The stack under LOCAL_STACK_ENDPOINT (with LOCAL_STACK_HTTPS_ENDPOINT and LOCAL_STACK_CA), or one of our own."""
    if url := os.environ.get("LOCAL_STACK_ENDPOINT"):
        https_url = os.environ.get("LOCAL_STACK_HTTPS_ENDPOINT")
        return RunningStack(url.rstrip("/"), https_url, os.environ.get("LOCAL_STACK_CA"))
    return OwnStack(folder)
