"""Signatures for requests that no client library sends."""

from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials


def signed_head(method, target, host, headers=""):
    """The header lines of a request, each with its line end, that make its signature good.

    Of `headers`, lines of the same form, those of Amazon's own are covered, and the host.
    """
    lines = [line.split(": ", 1) for line in headers.split("\r\n") if line]
    amazons = {name: value for name, value in lines if name.lower().startswith("x-amz-")}
    request = AWSRequest(method, f"http://{host}{target}", headers=amazons)
    auth = S3SigV4Auth(Credentials("test", "test"), "s3", "us-east-1")
    payload = amazons.get("x-amz-content-sha256", "UNSIGNED-PAYLOAD")
    auth.payload = lambda _: payload
    auth.add_auth(request)
    sent = {name.lower() for name in amazons}
    added = ((name, value) for name, value in request.headers.items() if name.lower() not in sent)
    return headers + "".join(f"{name}: {value}\r\n" for name, value in added)
