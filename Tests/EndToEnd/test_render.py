"""What `render` makes of a local file is what the pipeline makes of an upload, byte for byte."""

import json
import os
import subprocess
import sys

import pytest
import requests

import pictures
from processes import run_with_peak
from stack import ROOT

sys.path.append(str(ROOT / "Tests" / "ImagingTests" / "Support"))
from bombs import BOMBS  # noqa: E402  (its folder had to be known first)

RENDER = ROOT / ".build" / "release" / "render"
RENDITIONS = [
    {"name": "small", "width": 200, "format": "webp"},
    {"name": "square", "width": 160, "height": 160, "fit": "cover", "format": "jpeg", "quality": 70},
    {"name": "framed", "width": 300, "height": 300, "fit": "contain", "background": "#102030", "format": "png"},
    {"name": "same", "format": "preserve"},
]
PUZZLE = {"rows": 3, "columns": 4, "width": 400, "height": 300}
REQUEST = {"requestId": "render-1", "renditions": RENDITIONS, "preset": "gallery", "puzzle": PUZZLE}


def render(tmp_path, photo, request, **environment):
    (tmp_path / "photo.jpg").write_bytes(photo)
    (tmp_path / "request.json").write_text(json.dumps(request))
    command = [RENDER, "--request", "request.json", "--output", "out", "--json", "photo.jpg"]
    return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, env=os.environ | environment)


def test_the_outputs_are_those_of_the_pipeline(stack, tmp_path):
    photo = pictures.jpeg(1200, 900, orientation=6)
    subscriber = stack.subscribe()
    request_id = stack.ask(REQUEST | {"source": {"key": stack.upload(photo)["key"]}})
    assert subscriber.end_of(request_id)["type"].endswith(".completed")
    record = stack.record(request_id)
    answer = render(tmp_path, photo, REQUEST)
    assert answer.returncode == 0, answer.stderr
    report = json.loads(answer.stdout)

    made = {output["name"]: output for output in report["outputs"]}
    assert {output["name"] for output in record["outputs"]} == set(made)
    for output in record["outputs"]:
        mine = made[output["name"]]
        assert all(mine[field] == output[field] for field in ("format", "width", "height", "bytes"))
        assert (tmp_path / "out" / mine["file"]).read_bytes() == requests.get(output["url"], timeout=30).content
    document = (tmp_path / "out" / report["puzzle"]["file"]).read_bytes()
    assert document == requests.get(record["puzzle"]["url"], timeout=30).content
    assert report["warnings"] == record["warnings"]
    assert {**report["source"], "key": None} == {**record["source"], "key": None}


@pytest.mark.parametrize("photo", [b"no picture", pictures.jpeg(300, 200)[:2000]])
def test_a_picture_is_refused_with_the_code_of_the_record(stack, tmp_path, photo):
    subscriber = stack.subscribe()
    request_id = stack.ask({"source": {"key": stack.upload(photo)["key"]}, "renditions": RENDITIONS})
    assert subscriber.end_of(request_id)["type"].endswith(".failed")
    answer = render(tmp_path, photo, {"renditions": RENDITIONS})
    assert answer.returncode == 1
    assert answer.stderr.split(":")[0] == stack.record(request_id)["failure"]["code"]


def test_texts_are_set_in_the_font_that_the_environment_names(tmp_path):
    request = {"renditions": RENDITIONS[:1], "operations": [{"watermark": {"text": "हिन्दी"}}]}
    answer = render(tmp_path, pictures.jpeg(), request)
    assert answer.returncode == 1
    assert answer.stderr.startswith("impossible_operation: ") and "U+0939" in answer.stderr
    font = "/usr/share/fonts/truetype/lohit-devanagari/Lohit-Devanagari.ttf"
    answer = render(tmp_path, pictures.jpeg(), request, WATERMARK_FONT=font)
    assert answer.returncode == 0, answer.stderr


def test_a_logo_is_a_file_and_nothing_is_fetched(tmp_path):
    mark = {"watermark": {"image": {"url": "http://127.0.0.1:9/logo.png"}}}
    answer = render(tmp_path, pictures.jpeg(), {"renditions": RENDITIONS[:1], "operations": [mark]})
    assert answer.returncode == 2
    assert answer.stderr.startswith("invalid_request: /operations/0/watermark/image: not_allowed: ")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("bomb-interlaced-png", "damaged_image"), ("bomb-huge-png", "too_many_pixels"),
        ("bomb-arithmetic-jpeg", "unsupported_format"), ("bomb-many-scans-jpeg", "too_complex"),
    ],
)
def test_a_bomb_is_refused_in_little_memory(tmp_path, name, code):
    (tmp_path / "bomb").write_bytes(BOMBS[name]())
    (tmp_path / "request.json").write_text(json.dumps({"renditions": RENDITIONS}))
    command = [RENDER, "--request", "request.json", "--output", "out", "bomb"]
    status, error, megabytes = run_with_peak(command, cwd=tmp_path)
    assert (status, error.split(":")[0]) == (1, code)
    assert megabytes < 40


def test_a_request_has_the_problems_that_the_pipeline_finds(stack, tmp_path):
    request = {"renditions": [{"name": "a", "width": 0, "format": "gif"}], "puzzle": {"rows": 0, "columns": 1}}
    subscriber = stack.subscribe()
    # The door of the API refuses what its schema says; the queue's other callers meet the first stage.
    topic = "arn:aws:sns:us-east-1:000000000000:rtp-request-topic"
    body = request | {"requestId": "wrong-1", "source": {"key": "uploads/none"}}
    stack.client("sns").publish(TopicArn=topic, Message=json.dumps(body))
    subscriber.end_of("wrong-1")
    answer = render(tmp_path, pictures.jpeg(), request)
    assert answer.returncode == 2
    problems = stack.record("wrong-1")["failure"]["problems"]
    assert answer.stderr.splitlines() == [
        f"invalid_request: {problem['pointer']}: {problem['code']}: {problem['detail']}" for problem in problems
    ]
