"""The local stack as AWS's own clients see it: an endpoint for HTTP, one for HTTPS, and the authority behind that."""

import os
import pathlib
import subprocess
import time

import boto3

from folder_changes import FolderChanges
from output import Output
from processes import end

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("LOCAL_STACK_BINARY", ROOT / ".build" / "release" / "local-stack"))
REGION = "us-east-1"
CREDENTIALS = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
EMPTY_TEMPLATE = pathlib.Path(__file__).with_name("empty.yaml")


class RunningStack:
    """A stack that somebody else started."""

    def __init__(self, url, https_url, authority, region=REGION):
        self.url = url
        self.https_url = https_url
        self.authority = str(authority)
        self.region = region

    def client(self, service, secure=False, **settings):
        """A boto3 client with the settings that everybody has who sets none."""
        if secure:
            settings = {"endpoint_url": self.https_url, "verify": self.authority} | settings
        return boto3.client(service, **{"endpoint_url": self.url, "region_name": self.region} | CREDENTIALS | settings)

    def environment(self, **variables):
        """The environment for a command-line client, which finds no settings of this machine's user."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
        return kept | {
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_DEFAULT_REGION": self.region,
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
            "AWS_EC2_METADATA_DISABLED": "true",
        } | variables

    @property
    def port(self):
        return int(self.url.rsplit(":", 1)[1])

    def stop(self):
        """Not ours to stop."""


class LocalStack(RunningStack):
    """`local-stack serve` on free ports and a state folder of its own. `parameters` override the template's."""

    def __init__(self, state, template=EMPTY_TEMPLATE, region=REGION, **parameters):
        self.state = state
        command = [BINARY, "serve", "--port", "0", "--https-port", "0", "--state", state, "--template", template]
        command += ["--region", region]
        for name, value in parameters.items():
            command += ["--parameter", f"{name}={value}"]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
        )
        self.output = Output(self.process.stdout)
        try:
            ready = self.output.wait_for(r"ready at (http://127\.0\.0\.1:\d+)")
            secure = self.output.wait_for(r"(https://localhost:\d+), signed by (.+)")
        except AssertionError:
            self.kill()
            raise
        super().__init__(ready.group(1), secure.group(1), secure.group(2), region)

    def wait_until(self, condition, seconds=60):
        """Asks `condition` again whenever the stack has stored something, until it holds."""
        deadline = time.monotonic() + seconds
        with FolderChanges(self.state) as changes:
            while not condition():
                assert changes.wait(deadline), f"not so within {seconds} s"

    def kill(self):
        """Ends it as a power failure would, between any two of its instructions."""
        self.process.kill()
        self.process.wait()

    def stop(self):
        """Ends it as a person would; answers its exit status."""
        return end(self.process)


def start(folder):
    """The stack under LOCAL_STACK_ENDPOINT (with LOCAL_STACK_HTTPS_ENDPOINT and LOCAL_STACK_CA), or one of our own."""
    if url := os.environ.get("LOCAL_STACK_ENDPOINT"):
        https_url = os.environ.get("LOCAL_STACK_HTTPS_ENDPOINT")
        return RunningStack(url.rstrip("/"), https_url, os.environ.get("LOCAL_STACK_CA"))
    return LocalStack(folder)
