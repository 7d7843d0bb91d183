"""What another service asks: jobs straight to the queue, with pictures that lie on the web."""

import io
import json
import re
import subprocess

import pytest
import requests
from PIL import Image

from output import Output
from picture_server import PictureServer
from processes import end
from stack import ROOT

RENDITIONS = [{"name": "small", "width": 300, "format": "webp"}, {"name": "print", "width": 900, "format": "jpeg"}]


@pytest.fixture
def web():
    server = PictureServer()
    yield server
    server.stop()


@pytest.fixture
def inside():
    """A server of the operator's own network, which no caller may reach."""
    server = PictureServer("127.0.0.2")
    yield server
    server.stop()


def send(stack, job, attributes=None):
    sqs = stack.client("sqs")
    url = sqs.get_queue_url(QueueName="rtp-request-queue")["QueueUrl"]
    return sqs.send_message(QueueUrl=url, MessageBody=json.dumps(job), MessageAttributes=attributes or {})["MessageId"]


def test_a_job_from_the_queue_is_made_of_a_picture_on_the_web(start_stack, web):
    stack = start_stack(SourceAddresses="public,127.0.0.1")
    send(stack, {"requestId": "job-1", "source": {"url": f"{web.url}/go?/photo.jpg"}, "renditions": RENDITIONS})
    record = stack.follow("job-1")
    assert record["status"] == "processed"
    # What stands behind the question mark may be a token.
    assert record["source"]["url"] == f"{web.url}/go"
    assert [(output["id"], output["width"]) for output in record["outputs"]] == [("job-1_small", 300), ("job-1_print", 900)]
    for output, kind in zip(record["outputs"], ("WEBP", "JPEG"), strict=True):
        assert Image.open(io.BytesIO(requests.get(output["url"], timeout=30).content)).format == kind
    kept = stack.client("s3").get_object(Bucket="rtp-request-files", Key=record["source"]["key"])["Body"].read()
    assert kept == web.photo
    assert web.paths == ["/go?/photo.jpg", "/photo.jpg"]


def test_no_url_leads_into_the_operators_network_or_brings_anything_but_a_picture(start_stack, web, inside):
    stack = start_stack(SourceAddresses="public,127.0.0.1", MaximumSourceBytes="1000000")
    port = web.server.server_port
    refusals = {
        f"{inside.url}/photo.jpg": "source_address_forbidden",
        f"{web.url}/go?{inside.url}/photo.jpg": "source_address_forbidden",
        f"{web.url}/go?http://169.254.169.254/latest/meta-data/": "source_address_forbidden",
        f"{web.url}/go?file:///etc/passwd": "source_url_invalid",
        f"{web.url}/go?http://2130706434:{inside.server.server_port}/photo.jpg": "source_url_invalid",
        f"http://2130706433:{port}/photo.jpg": "source_url_invalid",
        f"http://0x7f.1:{port}/photo.jpg": "source_url_invalid",
        f"{web.url}/page.jpg": "unsupported_format",
        f"{web.url}/packed.jpg": "source_encoded",
        f"{web.url}/endless.jpg": "source_too_large",
        f"{web.url}/absent.jpg": "source_not_found",
    }
    for number, url in enumerate(refusals):
        send(stack, {"requestId": f"job-{number}", "source": {"url": url}, "renditions": RENDITIONS})
    for number, (url, code) in enumerate(refusals.items()):
        record = stack.follow(f"job-{number}")
        assert (url, record["failure"]["code"]) == (url, code)
    assert inside.paths == []
    assert "Contents" not in stack.client("s3").list_objects_v2(Bucket="rtp-request-files")


def logo_job(request_id, url):
    mark = {"watermark": {"image": {"url": url}, "size": 0.5, "opacity": 1, "gravity": "northwest", "margin": 0}}
    renditions = [{"name": "small", "width": 300, "format": "png", "operations": [mark]}]
    return {"requestId": request_id, "source": {"key": "uploads/photo.jpg"}, "renditions": renditions}


def test_a_logo_on_the_web_passes_the_guard_that_a_picture_does(start_stack, web, inside):
    stack = start_stack(SourceAddresses="public,127.0.0.1")
    stack.client("s3").put_object(Bucket="rtp-request-files", Key="uploads/photo.jpg", Body=web.photo)
    refusals = {
        f"{inside.url}/logo.png": "source_address_forbidden",
        f"{web.url}/go?{inside.url}/logo.png": "source_address_forbidden",
        f"{web.url}/go?file:///etc/passwd": "source_url_invalid",
        f"{web.url}/page.jpg": "impossible_operation",
        f"{web.url}/endless.jpg": "source_too_large",
        f"{web.url}/absent.jpg": "source_not_found",
    }
    for number, url in enumerate(refusals):
        send(stack, logo_job(f"bad-{number}", url))
    send(stack, logo_job("good", f"{web.url}/go?/logo.png"))
    for number, (url, code) in enumerate(refusals.items()):
        failure = stack.follow(f"bad-{number}")["failure"]
        assert (url, failure["code"], failure["stage"]) == (url, code, "preprocess")
    assert inside.paths == []
    record = stack.follow("good")
    assert record["status"] == "processed"
    made = Image.open(io.BytesIO(requests.get(record["outputs"][0]["url"], timeout=30).content)).convert("RGB")
    assert made.getpixel((75, 30)) == (255, 0, 255)
    assert made.getpixel((75, 90)) != (255, 0, 255)
    assert web.paths.count("/logo.png") == 1


def test_the_web_is_reached_at_public_addresses_only_unless_the_operator_says_so(stack, web):
    send(stack, {"requestId": "job-1", "source": {"url": f"{web.url}/photo.jpg"}, "renditions": RENDITIONS})
    assert stack.follow("job-1")["failure"]["code"] == "source_address_forbidden"
    assert web.paths == []


def test_only_listed_hosts_are_asked_where_hosts_are_listed(start_stack, web):
    stack = start_stack(SourceAddresses="any", SourceHosts="images.example.com")
    send(stack, {"requestId": "job-1", "source": {"url": f"{web.url}/photo.jpg"}, "renditions": RENDITIONS})
    assert stack.follow("job-1")["failure"]["code"] == "source_host_not_allowed"
    assert web.paths == []


def test_the_commands_of_the_story_lead_to_pictures(start_stack, web, tmp_path):
    stack = start_stack()
    (tmp_path / "photo.jpg").write_bytes(web.photo)
    story = (ROOT / "docs" / "worker-jobs.md").read_text()
    blocks = re.findall(r"```sh\n(.*?)```", story, re.DOTALL)
    commands = [block for block in blocks if "http://127.0.0.1:4566" in block or "awslocal" in block]
    commands = [block for block in commands if "QUEUE_URL=" not in block]
    assert len(commands) == 4
    answers = []
    for command in commands:
        command = command.replace("http://127.0.0.1:4566", stack.url)
        command = command.replace("local-stack/awslocal", f"LOCAL_STACK_URL={stack.url} {ROOT}/local-stack/awslocal")
        if "requests/" in command:
            assert stack.follow("job-42")["status"] == "processed"
        result = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, timeout=120)
        assert result.returncode == 0, result.stderr
        answers.append(result.stdout)
    record = json.loads(answers[2])
    assert (record["state"], record["status"]) == ("done", "processed")
    assert 'image_processor_jobs_total{outcome="done",stage="process"} 1.0' in answers[3]


def test_the_worker_of_the_story_does_the_jobs_of_a_queue(start_stack, web):
    stack = start_stack(SourceAddresses="public,127.0.0.1")
    story = (ROOT / "docs" / "worker-jobs.md").read_text()
    (command,) = [block for block in re.findall(r"```sh\n(.*?)```", story, re.DOTALL) if "QUEUE_URL=" in block]
    sqs = stack.client("sqs")
    command = command.replace("http://127.0.0.1:4566", stack.url).replace("METRICS_PORT=9100", "METRICS_PORT=0")
    # A queue that no function reads: what is done there is done by the worker.
    url = sqs.create_queue(QueueName="jobs-of-a-worker")["QueueUrl"]
    command = command.replace(f"{stack.url}/000000000000/rtp-request-queue", url)
    worker = subprocess.Popen(
        ["sh", "-c", "exec env " + command.replace("\\\n", " ")],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )
    try:
        said = Output(worker.stdout)
        port = said.wait_for(r'"metrics and health can be asked for".*"port":(\d+)').group(1)
        key = stack.upload(web.photo)["key"]
        job = {"requestId": "job-1", "source": {"key": key}, "renditions": RENDITIONS}
        sqs.send_message(QueueUrl=url, MessageBody=json.dumps(job))
        assert stack.follow("job-1")["status"] == "processed"
        page = requests.get(f"http://127.0.0.1:{port}/metrics", timeout=10).text
        assert 'image_processor_jobs_total{outcome="done",stage="preprocess"} 1.0' in page
    finally:
        end(worker)


def test_another_job_of_the_same_id_is_refused_and_its_owner_told(start_stack, web):
    stack = start_stack(SourceAddresses="public,127.0.0.1")
    subscriber = stack.subscribe()
    job = {"requestId": "job-1", "source": {"url": f"{web.url}/photo.jpg"}, "renditions": RENDITIONS}
    send(stack, job | {"notify": {"email": "first@example.com"}})
    subscriber.end_of("job-1")
    first = stack.record("job-1")
    others = [send(stack, job | {"renditions": RENDITIONS[:1], "notify": {"email": "second@example.com"}}) for _ in range(2)]
    event = subscriber.wait_for(lambda event: event["type"].endswith(".request.refused"))
    assert event["data"]["failure"]["code"] == "request_id_taken"
    assert event["subject"].startswith("job-1.refused-")
    assert stack.record(event["subject"])["failure"]["text"].startswith("Another request has the id job-1 already")
    stream = requests.get(f"{stack.url}/requests/{event['subject']}/events", timeout=30).text
    assert "event: refused\n" in stream and stream.endswith("event: end\ndata: refused\n\n")
    # The same body as the first changes nothing either.
    same = send(stack, job | {"notify": {"email": "first@example.com"}})
    named = {"submission": {"DataType": "String", "StringValue": "mine-2"}}
    send(stack, job | {"renditions": RENDITIONS[1:]}, named)
    # Whoever sent a job learns by polling what became of it.
    for posting, code in [(others[0], "request_id_taken"), (others[1], "request_id_taken"), ("mine-2", "request_id_taken"), (same, None)]:
        answer = f"{stack.url}/requests/job-1?submission={posting}"
        stack.wait_until(lambda answer=answer: requests.get(answer, timeout=30).ok)
        assert requests.get(answer, timeout=30).json().get("failure", {}).get("code") == code
    stack.wait_until(lambda: stack.queue_depth("rtp-request-queue") + stack.queue_depth("rtp-notifier-queue") == 0)
    assert stack.record("job-1") == first
    owners = [mail["Destination"]["ToAddresses"] for mail in stack.mails()]
    assert owners == [["first@example.com"], ["second@example.com"]]
