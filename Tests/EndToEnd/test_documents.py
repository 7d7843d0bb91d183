"""The commands that the README tells people to type, typed, and the requests of every page, made."""

import json
import os
import re
import socket
import subprocess
import threading

import pytest

import pictures
from receiver import Receiver
from stack import ROOT

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
# How many requests each page shows whole: as the body of a command, or in a block of JSON.
REQUESTS = {
    "README.md": 1, "docs/gallery.md": 1, "docs/live-progress.md": 1, "docs/operations.md": 1, "docs/pictures.md": 0,
    "docs/puzzle/README.md": 0, "docs/regional-imaging.md": 1, "docs/worker-jobs.md": 1,
}


def requests_of(page):
    """What a page shows that names a source."""
    text = (ROOT / page).read_text()
    bodies = re.findall(r"(?:-d|--message-body) '(\{.*?\})'", text, re.DOTALL)
    bodies += re.findall(r"```json\n(\{.*?\})\n```", text, re.DOTALL)
    return [json.loads(body) for body in bodies if '"source": {"key"' in body]


def test_every_page_is_looked_at():
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    assert {str(page.relative_to(ROOT)): len(requests_of(page)) for page in pages} == REQUESTS


@pytest.mark.parametrize("page", [page for page, count in REQUESTS.items() if count])
def test_the_requests_of_a_page_are_processed(start_stack, page):
    stack = start_stack(WebhookSecrets=SECRET, WebhookAddresses="any")
    receiver = Receiver()
    try:
        for request in requests_of(page):
            request["source"]["key"] = stack.upload(pictures.jpeg(1600, 1200))["key"]
            if "webhook" in request.get("notify", {}):
                request["notify"]["webhook"] = receiver.url
            record = stack.follow(stack.ask(request))
            assert record["status"] == "processed", record.get("failure")
            wanted = {rendition["name"] for rendition in request.get("renditions", [])}
            assert wanted <= {output["name"] for output in record["outputs"]}
            assert not [warning for warning in record["warnings"] if warning["code"] != "not_enlarged"]
    finally:
        receiver.stop()


def test_the_commands_of_the_readme_lead_to_a_picture(stack, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(pictures.jpeg())
    readme = (ROOT / "README.md").read_text()
    block = re.search(r"Or by hand:\n\n```sh\n(.*?)```", readme, re.DOTALL).group(1)
    upload, ask, look, mails = re.split(r"\n(?=curl)", block.strip().replace("http://127.0.0.1:4566", stack.url))
    subscriber = stack.subscribe()

    def typed(command):
        result = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True)
        return json.loads(result.stdout)

    typed(upload)
    request_id = typed(ask)["requestId"]
    subscriber.end_of(request_id)
    record = typed(look)
    assert record["status"] == "processed"
    assert any(request_id in json.dumps(mail) for mail in typed(mails)["messages"])


def test_the_story_of_the_gallery_is_called_back(start_stack, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(pictures.jpeg(320, 240))
    stack = start_stack(WebhookSecrets=SECRET, WebhookAddresses="any")
    with socket.create_server(("127.0.0.1", 0)) as place:
        port = str(place.getsockname()[1])
    story = (ROOT / "docs/gallery.md").read_text().replace("http://127.0.0.1:4566", stack.url).replace("8000", port)
    _, listen, ask = re.findall(r"```sh\n(.*?)```", story, re.DOTALL)[:3]
    listener = subprocess.Popen(["sh", "-c", "exec " + listen], stdout=subprocess.PIPE, text=True)
    patience = threading.Timer(60, listener.kill)
    patience.start()
    try:
        subprocess.run(["sh", "-ec", ask], cwd=tmp_path, capture_output=True, timeout=60, check=True)
        record = json.loads(listener.stdout.readline())["data"]
    finally:
        patience.cancel()
        listener.kill()
        listener.wait()
    assert record["status"] == "processed"
    assert "thumbnail_2x" in [output["name"] for output in record["outputs"]]


def test_the_command_of_the_readme_fetches_a_gallery(stack, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(pictures.jpeg())
    (tmp_path / ".build").symlink_to(ROOT / ".build")
    [command] = re.findall(r"```sh\n(\S*dip .*)\n```", (ROOT / "README.md").read_text())
    environment = {**os.environ, "DIP_API": stack.url}
    subprocess.run(["sh", "-c", command], cwd=tmp_path, env=environment, capture_output=True, timeout=60, check=True)
    assert (tmp_path / "gallery/thumbnail.webp").exists()
