"""SES by boto3, in both versions of its API: what is sent is read by Python's own mail parser."""

import base64
import email
import email.policy
from email.message import EmailMessage

import pytest
import requests
from botocore.exceptions import ClientError

from outcome import outcome

TEXT = {"Subject": {"Data": "Grüße 🖼"}, "Body": {"Text": {"Data": "Text"}, "Html": {"Data": "<p>HTML</p>"}}}


@pytest.fixture
def v1(local_stack):
    return local_stack.client("ses")


@pytest.fixture
def v2(local_stack):
    return local_stack.client("sesv2")


@pytest.fixture
def domain(v2, new_name):
    """A verified domain of its own."""
    name = new_name("mail") + ".example.com"
    answer = v2.create_email_identity(EmailIdentity=name)
    assert (answer["IdentityType"], answer["VerifiedForSendingStatus"]) == ("DOMAIN", True)
    return name


@pytest.fixture
def outbox(local_stack):
    """Reads the outbox: `outbox(id=…)`."""

    def read(**filters):
        answer = requests.get(f"{local_stack.url}/_aws/ses", params=filters, timeout=10)
        assert answer.headers["Content-Type"] == "application/json"
        return answer.json()["messages"]

    return read


def test_a_mail_is_in_the_outbox(v2, domain, outbox):
    sent = v2.send_email(
        FromEmailAddress=f"News <news@{domain}>",
        Destination={"ToAddresses": ["ann@example.org"], "CcAddresses": ["bob@example.org"]},
        ReplyToAddresses=["desk@example.org"],
        Content={"Simple": TEXT | {"Headers": [{"Name": "X-Id", "Value": "7"}]}},
    )
    [mail] = outbox(id=sent["MessageId"])
    assert mail["Id"] == sent["MessageId"]
    assert mail["Source"] == f"News <news@{domain}>"
    assert mail["Destination"] == {"ToAddresses": ["ann@example.org"], "CcAddresses": ["bob@example.org"]}
    assert mail["Subject"] == "Grüße 🖼"
    assert mail["Body"] == {"text_part": "Text", "html_part": "<p>HTML</p>"}
    assert mail["ReplyToAddresses"] == ["desk@example.org"]
    assert mail["Headers"] == [{"Name": "X-Id", "Value": "7"}]


def test_attachments_are_kept(v2, domain, outbox):
    picture = bytes(range(256))
    attachment = {"FileName": "a.png", "RawContent": picture, "ContentType": "image/png", "ContentId": "a"}
    sent = v2.send_email(
        FromEmailAddress=f"a@{domain}",
        Destination={"ToAddresses": ["ann@example.org"]},
        Content={"Simple": TEXT | {"Attachments": [attachment]}},
    )
    [kept] = outbox(id=sent["MessageId"])[0]["Attachments"]
    assert kept["FileName"] == "a.png"
    assert base64.b64decode(kept["RawContent"]) == picture


@pytest.mark.parametrize("version", ["v1", "v2"])
def test_a_whole_message_is_kept_as_it_was(request, domain, outbox, version):
    message = EmailMessage()
    message["From"] = f"a@{domain}"
    message["To"] = '"Doe, Ann" <ann@example.org>, bob@example.org'
    message["Subject"] = "Whole"
    message.set_content("Text")
    message.add_alternative("<p>HTML</p>", subtype="html")
    message.add_attachment(bytes(range(256)), maintype="image", subtype="png", filename="a.png")
    client = request.getfixturevalue(version)
    raw = {"Data": message.as_bytes()}
    if version == "v1":
        sent = client.send_raw_email(RawMessage=raw)
    else:
        sent = client.send_email(Content={"Raw": raw})
    [mail] = outbox(id=sent["MessageId"])
    assert mail["Source"] == f"a@{domain}"
    assert mail["Destination"]["ToAddresses"] == ['"Doe, Ann" <ann@example.org>', "bob@example.org"]
    read = email.message_from_string(mail["RawData"], policy=email.policy.default)
    assert read["Subject"] == "Whole"
    assert read.get_body(("plain",)).get_content() == "Text\n"
    assert [part.get_content() for part in read.iter_attachments()] == [bytes(range(256))]


def test_who_is_not_verified_sends_nothing(v1, v2, outbox, new_name):
    sender = f"{new_name('eve')}@example.net"
    destination = {"ToAddresses": ["ann@example.org"]}
    calls = [
        lambda: v1.send_email(Source=sender, Destination=destination, Message=TEXT),
        lambda: v1.send_raw_email(Source=sender, RawMessage={"Data": b"To: ann@example.org\n\nHi"}),
        lambda: v2.send_email(FromEmailAddress=sender, Destination=destination, Content={"Simple": TEXT}),
    ]
    for call in calls:
        with pytest.raises(ClientError) as error:
            call()
        assert error.value.response["Error"]["Code"] == "MessageRejected"
        assert error.value.response["Error"]["Message"].endswith(f"in region US-EAST-1: {sender}")
    assert outbox(email=sender) == []


def test_one_mail_can_be_taken_out(local_stack, v1, domain, outbox):
    sender = f"one@{domain}"
    destination = {"ToAddresses": ["ann@example.org"], "CcAddresses": [], "BccAddresses": []}
    ids = [v1.send_email(Source=sender, Destination=destination, Message=TEXT)["MessageId"] for _ in range(2)]
    answer = requests.delete(f"{local_stack.url}/_aws/ses", params={"id": ids[0]}, timeout=10)
    assert answer.status_code == 204
    assert [mail["Id"] for mail in outbox(email=sender)] == ids[1:]


def test_identities_are_known_in_both_versions(v1, v2, new_name):
    address = f"{new_name('ann')}@example.com"
    v1.verify_email_identity(EmailAddress=address)
    assert address in v1.list_identities(IdentityType="EmailAddress")["Identities"]
    assert v1.get_identity_verification_attributes(Identities=[address])["VerificationAttributes"] == {
        address: {"VerificationStatus": "Success"}
    }
    listed = [entry["IdentityName"] for entry in v2.list_email_identities()["EmailIdentities"]]
    assert address in listed
    assert v2.get_email_identity(EmailIdentity=address)["VerificationStatus"] == "SUCCESS"
    v2.delete_email_identity(EmailIdentity=address)
    assert address not in v1.list_identities()["Identities"]


def test_the_account_may_send(v1, v2):
    account = v2.get_account()
    assert account["ProductionAccessEnabled"] and account["SendingEnabled"]
    assert account["SendQuota"]["SentLast24Hours"] == v1.get_send_quota()["SentLast24Hours"]


# moto as the witness


def sending(account, domain):
    v1, v2 = account.client("ses"), account.client("sesv2")
    destination = {"ToAddresses": ["ann@example.org"]}
    sender = f"a@{domain}"
    before = outcome(v1.send_email, Source=sender, Destination=destination, Message=TEXT)
    v1.verify_domain_identity(Domain=domain)
    by_v1 = outcome(v1.send_email, Source=sender, Destination=destination, Message=TEXT)
    by_v2 = outcome(v2.send_email, FromEmailAddress=sender, Destination=destination, Content={"Simple": TEXT})
    raw = outcome(v1.send_raw_email, RawMessage={"Data": f"From: {sender}\nTo: b@example.org\n\nHi".encode()})
    return before, by_v1, by_v2, raw


def identities(account, domain):
    v1, v2 = account.client("ses"), account.client("sesv2")
    created = outcome(v2.create_email_identity, "IdentityType", EmailIdentity=domain)
    v1.verify_email_identity(EmailAddress=f"a@{domain}")
    address = outcome(v2.get_email_identity, "IdentityType", EmailIdentity=f"a@{domain}")
    missing = outcome(v2.get_email_identity, EmailIdentity="none." + domain)
    v2.delete_email_identity(EmailIdentity=domain)
    left = [name for name in v1.list_identities()["Identities"] if domain in name]
    return created, address, missing, left


@pytest.mark.parametrize("conversation", [sending, identities], ids=lambda each: each.__name__)
def test_both_implementations_answer_the_same(local_stack, moto, new_name, conversation):
    domain = new_name("same") + ".example.com"
    assert conversation(local_stack, domain) == conversation(moto, domain)
