"""What a puzzle platform asks for: the pieces of a photograph, told about by events alone."""

import io

import requests
from PIL import Image, ImageChops

import pictures


def fetch(url):
    answer = requests.get(url, timeout=30)
    assert answer.status_code == 200, answer.text
    return answer.content


def assembled(puzzle, sheets):
    """All pieces added up at their places on black."""
    size = (puzzle["picture"]["width"], puzzle["picture"]["height"])
    whole = Image.new("RGBA", size)
    for piece in puzzle["pieces"]:
        box, place = piece["rectangle"], piece["position"]
        part = sheets[piece["sheet"]].crop((box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]))
        black = Image.new("RGBA", part.size, (0, 0, 0, 255))
        black.alpha_composite(part)
        black.putalpha(part.getchannel("A"))
        corners = (place["x"], place["y"], place["x"] + box["width"], place["y"] + box["height"])
        whole.paste(ImageChops.add(whole.crop(corners), black), corners[:2])
    return whole


def test_a_photograph_becomes_a_puzzle(stack):
    subscriber = stack.subscribe()
    photo = pictures.jpeg(642, 481)
    source = {"key": stack.upload(photo)["key"]}
    wish = {"rows": 3, "columns": 4, "seed": 7, "prefix": "puzzles"}
    request_id = stack.ask({"source": source, "puzzle": wish, "notify": {"email": "owner@example.com"}})
    done = subscriber.wait_for(lambda event: event["type"].endswith(("completed", "failed")))
    assert done["data"]["status"] == "processed", done

    percents = [event["data"]["progress"] for event in sorted(subscriber.seen, key=lambda event: int(event["sequence"]))]
    assert percents == sorted(percents) and percents[0] <= 5 and percents[-1] == 100
    assert all(after - before <= 5 for before, after in zip(percents, percents[1:])), percents
    record = stack.record(request_id)
    assert done["data"]["puzzle"]["key"] == record["puzzle"]["key"] == f"puzzles/{request_id}/puzzle/puzzle.json"

    puzzle = requests.get(record["puzzle"]["url"], timeout=30).json()
    assert (puzzle["rows"], puzzle["columns"], puzzle["seed"]) == (3, 4, 7)
    outputs = {output["name"]: output for output in record["outputs"]}
    sheets = [Image.open(io.BytesIO(fetch(outputs[name]["url"]))) for name in record["puzzle"]["sheets"]]
    whole = assembled(puzzle, sheets)
    assert whole.getchannel("A").getextrema() == (255, 255)
    difference = ImageChops.difference(whole.convert("RGB"), Image.open(io.BytesIO(photo)).convert("RGB"))
    # Pillow rounds where pieces are added, and decodes with a libjpeg of its own.
    assert max(high for _, high in difference.getextrema()) <= 4
    thumbnail = Image.open(io.BytesIO(fetch(outputs[record["puzzle"]["thumbnail"]]["url"])))
    assert thumbnail.size == (320, 239)
    assert [warning["code"] for warning in record["warnings"]] == ["not_notified"]
    stack.wait_until_owners_are_told()
    assert stack.mails() == []
    assert stack.record(request_id)["original"]["replacement"]["key"] == outputs["puzzle.thumbnail"]["key"]


def test_all_problems_of_a_puzzle_are_told_at_once(stack):
    """Whether the schema, the contract or the picture shows them."""
    subscriber = stack.subscribe()
    source = {"key": stack.upload(pictures.jpeg(640, 480))["key"]}
    wish = {"rows": 0, "columns": 50, "width": 700, "style": "square"}
    request_id = stack.ask({"source": source, "puzzle": wish, "notify": {"webhook": "https://example.com/done"}})
    failed = subscriber.wait_for(lambda event: event["type"].endswith(("completed", "failed")))
    assert failed["data"]["failure"]["code"] == "invalid_request"
    problems = stack.record(request_id)["failure"]["problems"]
    assert sorted((problem["pointer"], problem["code"]) for problem in problems) == [
        ("/puzzle/height", "out_of_range"), ("/puzzle/rows", "out_of_range"), ("/puzzle/style", "not_allowed"),
        ("/puzzle/width", "out_of_range"), ("/puzzle/width", "out_of_range"),
    ]


def test_beside_other_problems_those_of_a_puzzle_are_told_at_the_door(stack):
    """Only what the picture has to say waits for the picture."""
    local_part = "a" * 65
    request = {
        "source": {"key": "uploads/none"},
        "renditions": [{"name": "a"}, {"name": "a"}],
        "puzzle": {"rows": 0, "columns": 2.5, "colour": "red", "style": "square"},
        "notify": {"email": f"{local_part}@example.com"},
        "attributes": {"a b": "1", "priority": 1},
        "requestId": "door",
    }
    answer = stack.post(request)
    assert answer.status_code == 400, answer.text
    errors = {error["pointer"]: error["detail"] for error in answer.json()["errors"]}
    assert sorted(errors) == [
        "/attributes/a b", "/attributes/priority", "/notify/email", "/puzzle/colour", "/puzzle/columns", "/puzzle/rows",
        "/puzzle/style", "/renditions/1/name",
    ]
    assert errors["/puzzle/columns"] == "must be a whole number, not a fraction"
    assert errors["/attributes/priority"].startswith("must be a string, not a whole number: one of 0, 1,")
    assert len(answer.json()["errors"]) == len(errors)
    # A puzzle and names that only templates refuse are told together too.
    for member in ("notify", "attributes"):
        del request[member]
    assert len(stack.post(request).json()["errors"]) == 5
    assert requests.get(f"{stack.url}/requests/door").status_code == 404


def test_a_puzzle_that_cannot_be_cut_names_every_problem(stack):
    subscriber = stack.subscribe()
    source = {"key": stack.upload(pictures.jpeg(64, 48))["key"]}
    request_id = stack.ask({"source": source, "puzzle": {"rows": 4, "columns": 5}})
    failed = subscriber.wait_for(lambda event: event["type"].endswith(("completed", "failed")))
    assert failed["data"]["failure"]["code"] == "invalid_request"
    problems = stack.record(request_id)["failure"]["problems"]
    assert [problem["pointer"] for problem in problems] == ["/puzzle/width", "/puzzle/height"]
