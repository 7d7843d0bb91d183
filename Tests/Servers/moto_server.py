"""moto's server: an independent implementation of the AWS services."""

import subprocess
import sys

import boto3

from local_stack import CREDENTIALS, REGION
from output import Output


class MotoServer:
    """A running server, and boto3 clients of it."""

    def __init__(self):
        command = [sys.executable, "-u", "-m", "moto.server", "-H", "127.0.0.1", "-p", "0"]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        try:
            self.url = Output(self.process.stderr).wait_for(r"Running on (http://[0-9.:]+)").group(1)
        except AssertionError:
            self.stop()
            raise

    def client(self, service):
        return boto3.client(service, endpoint_url=self.url, region_name=REGION, **CREDENTIALS)

    def stop(self):
        self.process.kill()
        self.process.wait()
