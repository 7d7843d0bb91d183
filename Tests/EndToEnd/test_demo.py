"""The demo as `make demo` runs it: it ends with 0 only if every part happened, and leaves nothing behind."""

import re
import subprocess

from PIL import Image

import pictures
from output import Output
from processes import children, wait_for_end
from stack import ROOT

DEMO = ROOT / ".build" / "release" / "demo"


def run(*arguments):
    return subprocess.run([DEMO, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120)


def test_a_photo_is_shown_on_its_whole_way(tmp_path):
    photo = tmp_path / "my photo.jpg"
    photo.write_bytes(pictures.jpeg(2000, 1500))
    result = run("--photo", photo)
    assert result.returncode == 0, result.stdout + result.stderr
    for status in ("pending", "preprocessing", "preprocessed", "processing", "processed"):
        assert re.search(rf"\d\.\d{{3}} s  {status}\n", result.stdout), result.stdout
    assert "To: owner@example.com" in result.stdout
    paths = re.findall(r"^  (\S+/outputs/\S+)", result.stdout, re.MULTILINE)
    pictures_made = [Image.open(ROOT / path) for path in paths]
    assert [(picture.format, picture.size) for picture in pictures_made] == [
        ("WEBP", (200, 150)),
        ("JPEG", (800, 600)),
        ("PNG", (1600, 1200)),
    ]


def test_what_is_no_photo_ends_with_a_failure_and_its_mail(tmp_path):
    text = tmp_path / "text.jpg"
    text.write_text("no picture")
    result = run("--photo", text)
    assert result.returncode == 1
    assert "unsupported_format" in result.stderr and "Subject:" in result.stdout
    missing = run("--photo", tmp_path / "missing.jpg")
    assert missing.returncode == 1 and "No such file" in missing.stderr


def test_a_killed_demo_takes_its_stack_along():
    demo = subprocess.Popen([DEMO], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    Output(demo.stdout).wait_for(r"^Stack ")
    [stack] = children(demo.pid, "/local-stack")
    demo.kill()
    demo.wait()
    wait_for_end(stack)
