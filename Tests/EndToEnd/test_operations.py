"""Edits of the source and of single renditions, and edits that the picture is too small for."""

import io

import pytest
import requests
from PIL import Image, ImageChops

import pictures
from pictures import BLUE, GREEN, RED, WHITE
from test_pipeline import assert_failed, request_for


def pictures_of(record):
    files = {output["name"]: requests.get(output["url"], timeout=30).content for output in record["outputs"]}
    return {name: Image.open(io.BytesIO(file)) for name, file in files.items()}


def test_edits_reach_the_renditions(stack):
    subscriber = stack.subscribe()
    logo = stack.upload(pictures.encoded(Image.new("RGBA", (64, 32), (255, 0, 255, 255)), "PNG"), "logo.png")
    key = stack.upload(pictures.jpeg(640, 480))["key"]
    text = {"watermark": {"text": "© Größe, Ελλάδα, سلام", "size": 0.8, "opacity": 1, "color": "#000000"}}
    renditions = [
        {"name": "plain", "format": "png"},
        {"name": "text", "format": "png", "operations": [text]},
        {"name": "logo", "width": 200, "format": "png", "operations": [
            {"watermark": {"image": {"key": logo["key"]}, "size": 0.5, "opacity": 1, "gravity": "northwest", "margin": 0}},
        ]},
        {"name": "round", "width": 100, "height": 100, "fit": "cover", "format": "webp", "operations": [
            {"grayscale": {}}, {"blur": {"sigma": 1.5}}, {"roundedCorners": {"radius": 0.5}},
        ]},
        {"name": "north", "width": 200, "height": 400, "fit": "contain", "gravity": "north", "background": "#ff8000",
         "format": "jpeg"},
    ]
    # Turned, the blue quadrant stands where the red one was; the crop cuts forty pixels off each side.
    operations = [{"crop": {"width": 560, "height": 400, "gravity": "center"}}, {"rotate": {"angle": 90}}]
    request_id = stack.ask(request_for(key, renditions, operations=operations))
    assert subscriber.end_of(request_id)["type"].endswith(".completed")
    made = pictures_of(stack.record(request_id))

    assert {name: picture.size for name, picture in made.items()} == {
        "plain": (400, 560), "text": (400, 560), "logo": (200, 280), "round": (100, 100), "north": (200, 400),
    }
    for place, colour in (((100, 140), BLUE), ((300, 140), RED), ((100, 420), WHITE), ((300, 420), GREEN)):
        assert pictures.resembles(made["plain"].getpixel(place), colour)
    left, top, right, bottom = ImageChops.difference(made["plain"], made["text"]).convert("L").getbbox()
    assert abs(right - left - 320) <= 6 and top > 480, "as wide as asked, at the lower edge"
    assert pictures.resembles(made["logo"].convert("RGB").getpixel((50, 25)), (255, 0, 255))
    assert pictures.resembles(made["logo"].convert("RGB").getpixel((50, 75)), BLUE)
    red, green, blue, alpha = made["round"].convert("RGBA").getpixel((50, 2))
    assert abs(red - green) <= 8 and abs(green - blue) <= 8 and alpha == 255
    assert made["round"].convert("RGBA").getpixel((2, 2))[3] == 0
    assert pictures.resembles(made["north"].getpixel((100, 390)), (255, 128, 0))
    assert pictures.resembles(made["north"].getpixel((50, 60)), BLUE)


@pytest.mark.parametrize(
    ("operations", "own", "code", "stage", "place"),
    [
        ([{"crop": {"x": 600, "y": 0, "width": 100, "height": 100}}], [], "impossible_operation", "preprocess", "/operations/0"),
        ([], [{"crop": {"width": 300, "height": 300}}], "impossible_operation", "preprocess",
         "/renditions/0/operations/0"),
        ([{"watermark": {"image": {"key": "uploads/none/logo.png"}}}], [], "source_not_found", "process",
         "/operations/0/watermark/image/key"),
        ([{"watermark": {"text": "你好"}}], [], "impossible_operation", "process", "/operations/0/watermark/text"),
    ],
)
def test_what_cannot_be_done_to_the_picture_is_told_to_its_owner(stack, operations, own, code, stage, place):
    subscriber = stack.subscribe()
    key = stack.upload(pictures.jpeg(640, 480))["key"]
    renditions = [{"name": "a", "width": 200, "format": "jpeg", "operations": own}]
    request_id = stack.ask(request_for(key, renditions, operations=operations))
    record = assert_failed(stack, subscriber, request_id, code, stage)
    assert not record["failure"]["isRetryable"]
    assert [problem["pointer"] for problem in record["failure"]["problems"]] == [place]


@pytest.mark.parametrize(
    "operation",
    [
        {"blur": {"sigma": 251}}, {"blur": {}}, {"crop": {"x": 1}}, {"rotate": {"angle": 400}}, {"spin": {}},
        {"watermark": {"text": "a", "image": {"key": "uploads/b"}}}, {"flip": {"x": 1}}, {"trim": {"tolerance": 2}}, {},
    ],
)
def test_nonsense_is_refused_at_the_door(stack, operation):
    response = stack.post(request_for("uploads/a/b.jpg", operations=[operation]))
    assert response.status_code == 400
    assert response.headers["Content-Type"] == "application/problem+json"
