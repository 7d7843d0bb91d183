"""moto's server: an independent implementation of the same services, beside which ours is held."""

import subprocess
import sys

import boto3
from botocore.exceptions import ClientError

import local_stack as stacks
from processes import keep_reading, wait_for_line


class Moto:
    """A running server, and boto3 clients of it."""

    def __init__(self, url):
        self.url = url

    def client(self, service):
        return boto3.client(service, endpoint_url=self.url, region_name=stacks.REGION, **stacks.CREDENTIALS)


def serve():
    """Yields a server and ends it; the body of a fixture."""
    command = [sys.executable, "-u", "-m", "moto.server", "-H", "127.0.0.1", "-p", "0"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        url = wait_for_line(server, server.stderr, r"Running on (http://[0-9.:]+)").group(1)
        keep_reading(server.stderr, [])
        yield Moto(url)
    finally:
        server.kill()
        server.wait()


def outcome(call, *wanted, **parameters):
    """The members of an answer that are wanted, or the code of the error and its status."""
    try:
        answer = call(**parameters)
    except ClientError as error:
        return error.response["Error"]["Code"], error.response["ResponseMetadata"]["HTTPStatusCode"]
    return {name: answer.get(name) for name in wanted}
