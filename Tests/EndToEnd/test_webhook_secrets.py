"""Webhooks whose keys are kept in Secrets Manager."""

import pytest
import requests

import pictures
from receiver import Receiver

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
NEW_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"


@pytest.fixture
def receiver():
    receiver = Receiver()
    yield receiver
    receiver.stop()


def ask(stack, receiver, **contact):
    upload = stack.upload(pictures.jpeg(64, 48))
    notify = {"webhook": receiver.url} | contact
    return stack.ask({"source": {"key": upload["key"]}, "preset": "gallery", "notify": notify})


def notification(stack, request_id, channel):
    """Status and detail of what the record says of the channel; None before there is anything."""
    answer = requests.get(f"{stack.url}/requests/{request_id}", timeout=30)
    entries = answer.json()["notifications"] if answer.ok else []
    return next(((entry["status"], entry.get("detail")) for entry in entries if entry["channel"] == channel), None)


def test_keys_of_a_secret_sign_and_while_one_is_replaced_both_do(start_stack, receiver):
    stack = start_stack()
    secrets = stack.client("secretsmanager")
    arn = secrets.create_secret(Name="webhook", SecretString=SECRET)["ARN"]
    secrets.put_secret_value(SecretId=arn, SecretString=f"{NEW_SECRET},{SECRET}")
    stack.stop()

    stack = start_stack(WebhookSecretsARN=arn, WebhookAddresses="any")
    request_id = ask(stack, receiver)
    record = stack.follow(request_id)
    stack.wait_until(lambda: notification(stack, request_id, "webhook") == ("sent", None))
    assert "no_webhook_secret" not in {warning["code"] for warning in record["warnings"]}
    (headers, _), = receiver.requests
    assert len(headers["webhook-signature"].split(" ")) == 2
    assert receiver.is_signed(SECRET) and receiver.is_signed(NEW_SECRET)


def test_the_mail_goes_out_while_the_secret_is_missing_and_the_callback_once_it_is_there(start_stack, receiver):
    # Without the six characters that only a secret that is there has.
    arn = "arn:aws:secretsmanager:us-east-1:000000000000:secret:webhook"
    stack = start_stack(WebhookSecretsARN=arn, WebhookAddresses="any")
    request_id = ask(stack, receiver, email="owner@example.com")
    stack.wait_until(lambda: notification(stack, request_id, "webhook") == ("retrying", "unreadable_secrets"))
    assert notification(stack, request_id, "email") == ("sent", None)
    assert [mail["Destination"]["ToAddresses"] for mail in stack.mails()] == [["owner@example.com"]]
    assert receiver.requests == []

    # Five seconds later it is tried again.
    stack.client("secretsmanager").create_secret(Name="webhook", SecretString=SECRET)
    stack.wait_until(lambda: notification(stack, request_id, "webhook") == ("sent", None))
    assert receiver.is_signed(SECRET) and len(receiver.requests) == 1
    assert len(stack.mails()) == 1
