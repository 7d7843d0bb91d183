"""The commands that the README tells people to type, typed."""

import json
import os
import re
import subprocess

import pictures
from stack import ROOT


def test_the_commands_of_the_readme_lead_to_a_picture(stack, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(pictures.jpeg())
    readme = (ROOT / "README.md").read_text()
    block = re.search(r"Or by hand:\n\n```sh\n(.*?)```", readme, re.DOTALL).group(1)
    upload, ask, look, mails = re.split(r"\n(?=curl)", block.strip().replace("http://127.0.0.1:4566", stack.url))
    subscriber = stack.subscribe()

    def typed(command):
        result = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True)
        return json.loads(result.stdout)

    key = typed(upload)["key"]
    request_id = typed(ask.replace("the key that the upload answered", key))["requestId"]
    subscriber.end_of(request_id)
    record = typed(look.replace("the-id-it-answered", request_id))
    assert record["status"] == "processed"
    assert any(request_id in json.dumps(mail) for mail in typed(mails)["messages"])


def test_the_command_of_the_readme_fetches_a_gallery(stack, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(pictures.jpeg())
    (tmp_path / ".build").symlink_to(ROOT / ".build")
    [command] = re.findall(r"```sh\n(\S*dip .*)\n```", (ROOT / "README.md").read_text())
    environment = {**os.environ, "DIP_API": stack.url}
    subprocess.run(["sh", "-c", command], cwd=tmp_path, env=environment, capture_output=True, timeout=60, check=True)
    assert (tmp_path / "gallery/thumbnail.webp").exists()
