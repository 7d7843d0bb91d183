"""Webhooks whose keys are kept in Secrets Manager."""

import pytest

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


def was_sent(stack, request_id, channel):
    entries = stack.record(request_id)["notifications"]
    return any((entry["channel"], entry["status"]) == (channel, "sent") for entry in entries)


def test_keys_of_a_secret_sign_and_while_one_is_replaced_both_do(start_stack, receiver):
    stack = start_stack()
    secrets = stack.client("secretsmanager")
    arn = secrets.create_secret(Name="webhook", SecretString=SECRET)["ARN"]
    secrets.put_secret_value(SecretId=arn, SecretString=f"{NEW_SECRET},{SECRET}")
    stack.stop()

    stack = start_stack(WebhookSecretsARN=arn, WebhookAddresses="any")
    request_id = ask(stack, receiver)
    record = stack.follow(request_id)
    stack.wait_until(lambda: was_sent(stack, request_id, "webhook"))
    assert "no_webhook_secret" not in {warning["code"] for warning in record["warnings"]}
    (headers, _), = receiver.requests
    assert len(headers["webhook-signature"].split(" ")) == 2
    assert receiver.is_signed(SECRET) and receiver.is_signed(NEW_SECRET)


def test_the_mail_goes_out_while_the_secret_is_missing_and_the_callback_once_it_is_there(start_stack, receiver):
    # Without the six characters that only a secret that is there has.
    arn = "arn:aws:secretsmanager:us-east-1:000000000000:secret:webhook"
    stack = start_stack(WebhookSecretsARN=arn, WebhookAddresses="any")
    request_id = ask(stack, receiver, email="owner@example.com")
    # Twice: it is tried again while the secret is missing, and the mail is not sent again.
    stack.wait_until(lambda: stack.attempts(request_id, "notify") > 1)
    assert was_sent(stack, request_id, "email")
    assert [mail["Destination"]["ToAddresses"] for mail in stack.mails()] == [["owner@example.com"]]
    assert receiver.requests == [] and not was_sent(stack, request_id, "webhook")

    stack.client("secretsmanager").create_secret(Name="webhook", SecretString=SECRET)
    stack.wait_until(lambda: was_sent(stack, request_id, "webhook"))
    assert receiver.is_signed(SECRET) and len(receiver.requests) == 1
    assert len(stack.mails()) == 1
