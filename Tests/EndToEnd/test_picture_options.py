"""What an output can ask for, on the running stack: metadata, sizes in bytes, palettes, light, and damaged sources."""

import io

import requests
from PIL import Image

import pictures


def camera_photo():
    exif = Image.Exif()
    exif[0x0110], exif[0x8298] = "EOS 450D", "Ada"
    exif.get_ifd(0x8825).update({1: "N", 2: (48.0, 30.0, 0.0), 3: "E", 4: (11.0, 15.0, 0.0)})
    return pictures.encoded(pictures.quadrants(640, 480), "JPEG", quality=92, exif=exif)


def asked(stack, photo, renditions, **more):
    subscriber = stack.subscribe()
    key = stack.upload(photo)["key"]
    request_id = stack.ask({"source": {"key": key}, "renditions": renditions, **more})
    subscriber.end_of(request_id)
    record = stack.record(request_id)
    return record, {output["name"]: requests.get(output["url"], timeout=30).content for output in record["outputs"]}


def test_outputs_have_what_they_ask_for(stack):
    record, files = asked(stack, camera_photo(), [
        {"name": "plain", "width": 320},
        {"name": "told", "width": 320, "format": "webp", "metadata": ["camera", "gps"]},
        {"name": "few", "format": "png", "palette": True, "width": 2, "metadata": []},
        {"name": "small", "format": "jpeg", "width": 320, "maximumBytes": 3000},
        {"name": "light", "format": "jpeg", "width": 100, "linearLight": True},
    ])
    seen = {name: Image.open(io.BytesIO(file)) for name, file in files.items()}
    assert dict(seen["plain"].getexif()) == {0x8298: "Ada"}
    assert seen["told"].getexif()[0x0110] == "EOS 450D"
    assert seen["told"].getexif().get_ifd(0x8825)[2] == (48.0, 30.0, 0.0)
    assert 0x8298 not in seen["told"].getexif()
    assert seen["few"].mode == "P" and not seen["few"].getexif()
    assert len(files["small"]) <= 3000
    assert seen["light"].size == (100, 75)
    assert record["source"]["exif"]["latitude"] == 48.5
    assert record["warnings"] == []


def test_a_damaged_picture_is_taken_as_far_as_it_goes_only_where_that_is_asked_for(stack):
    photo = pictures.noise_jpeg(640, 480)
    cut = photo[: len(photo) // 2]
    record, files = asked(stack, cut, [{"name": "a"}, {"name": "b", "width": 64}], tolerant=True)
    assert record["status"] == "processed"
    warnings = [(warning["code"], warning.get("output")) for warning in record["warnings"]]
    assert warnings == [("damaged_source", None), ("encoded_again", "a")]
    picture = Image.open(io.BytesIO(files["a"])).convert("RGB")
    assert picture.size == (640, 480)
    assert picture.getpixel((320, 470)) == (128, 128, 128)
    record, files = asked(stack, cut, [{"name": "a"}])
    assert (record["status"], record["failure"]["code"], files) == ("failed", "damaged_image", {})
