"""A person assembles a puzzle in the browser."""

import base64
import io
import json

from grid import COLUMNS, ROWS
from PIL import Image, ImageChops

STATUS = "document.querySelector('#status').textContent"


def place(page, piece):
    return page.run(f"opening.then((board) => board.placeOf({piece}))")


def spread(page):
    """Lays the pieces above and below the picture, none beside its neighbour, so that each can be seized."""
    page.run(f"""opening.then((board) => {{
        for (const group of board.puzzle.groups) {{
            const [piece] = group.pieces;
            const slot = (piece.id * 5) % 12;
            group.x = -board.margin.x + (slot % 6) * 170 - piece.position.x;
            group.y = (slot < 6 ? -board.margin.y : {451 - 20}) - piece.position.y;
        }}
        board.draw();
    }})""")


def target(page, piece, beside):
    """Where the middle of a piece belongs, seen from another piece."""
    return page.run(f"""opening.then((board) => {{
        const group = board.puzzle.groupOf.get({beside});
        const own = board.puzzle.groupOf.get({piece});
        const {{ x, y }} = board.placeOf({piece});
        return {{ x: x + board.scale * (group.x - own.x), y: y + board.scale * (group.y - own.y) }};
    }})""")


def test_a_piece_snaps_to_its_neighbour(page):
    spread(page)
    end = target(page, 1, beside=0)
    page.drag(place(page, 1), {"x": end["x"] + 6, "y": end["y"] - 5})
    assert page.run(STATUS) == "2 of 12 pieces joined."
    assert page.run("opening.then((b) => b.puzzle.groupOf.get(0) === b.puzzle.groupOf.get(1))")
    left, right = place(page, 0), place(page, 1)
    again = target(page, 1, beside=0)
    assert (right["x"], right["y"]) == (again["x"], again["y"])
    page.drag(left, {"x": left["x"] + 40, "y": left["y"] + 30})
    assert abs(place(page, 1)["x"] - right["x"] - 40) < 0.01, "joined pieces move together"
    assert not page.complaints


def test_a_piece_does_not_snap_where_it_does_not_belong(page):
    spread(page)
    end = target(page, 5, beside=0)
    page.drag(place(page, 5), end)
    assert page.run(STATUS) == "1 of 12 pieces joined."
    spread(page)
    far = target(page, 1, beside=0)
    page.drag(place(page, 1), {"x": far["x"] + 60, "y": far["y"]})
    assert page.run(STATUS) == "1 of 12 pieces joined."


def test_all_pieces_together_are_the_picture(page, folder):
    spread(page)
    for piece in range(ROWS * COLUMNS):
        # The pieces that are not in place yet lie around the picture, so the way is free.
        home = page.run(f"""opening.then((board) => {{
            const {{ x, y }} = board.placeOf({piece});
            const group = board.puzzle.groupOf.get({piece});
            board.puzzle.raise(group);
            return {{ x: x - board.scale * group.x + 3, y: y - board.scale * group.y + 3 }};
        }})""")
        page.drag(place(page, piece), home)
    assert page.run(STATUS) == "Solved: all 12 pieces are in place."
    data = page.run("opening.then((b) => b.painter.picture(b.puzzle.pieces).toDataURL('image/png'))")
    assembled = Image.open(io.BytesIO(base64.b64decode(data.split(",")[1])))
    assert assembled.getextrema()[3] == (255, 255), "no seam lets the table shine through"
    picture = Image.open(folder / "picture.png")
    # A canvas rounds each piece's premultiplied colours to a level: more than one only where three pieces meet.
    for channel in ImageChops.difference(assembled.convert("RGB"), picture).split():
        levels = channel.histogram()
        assert sum(levels[4:]) == 0
        assert sum(levels[2:]) <= 20 * ROWS * COLUMNS
    assert not page.complaints


def test_a_puzzle_on_this_computer_can_be_opened(browser, address, folder):
    browser.open(f"{address}/index.html")
    assert browser.run("document.querySelector('#shuffle').disabled")
    browser.run("""globalThis.changed = new Promise((resolve) => {
        new MutationObserver(() => { if (!/Opening/.test(document.querySelector('#status').textContent)) resolve(); })
            .observe(document.querySelector('#status'), { childList: true });
    }); undefined""")
    browser.choose_files("#files", sorted((folder / "cut").iterdir()))
    browser.run("changed")
    assert browser.run(STATUS) == "1 of 12 pieces joined."


def wheel(page, place, delta):
    page.call("Input.dispatchMouseEvent", type="mouseWheel", x=place["x"], y=place["y"], deltaX=0, deltaY=delta)


def distance(page, one, other):
    (left, right) = (place(page, one), place(page, other))
    return ((left["x"] - right["x"]) ** 2 + (left["y"] - right["y"]) ** 2) ** 0.5


def test_wheel_buttons_and_keys_zoom(page):
    spread(page)
    seen, before = place(page, 5), distance(page, 0, 11)
    wheel(page, seen, -400)
    nearer = place(page, 5)
    # Browsers tell where the wheel turned in whole pixels.
    assert abs(nearer["x"] - seen["x"]) < 2 and abs(nearer["y"] - seen["y"]) < 2, "what is pointed at stays"
    assert distance(page, 0, 11) > 2 * before
    page.run("document.querySelector('#fit').click()")
    assert abs(distance(page, 0, 11) - before) < 0.01
    page.run("document.querySelector('#nearer').click()")
    assert abs(distance(page, 0, 11) - 1.5 * before) < 0.01
    page.run("document.querySelector('#board').focus()")
    page.call("Input.dispatchKeyEvent", type="keyDown", key="-", text="-")
    assert abs(distance(page, 0, 11) - before) < 0.01
    assert not page.complaints


def test_a_piece_snaps_in_a_part_that_is_seen_larger(page):
    spread(page)
    page.run("""opening.then((board) => {
        const [one, other] = [0, 1].map((id) => board.puzzle.groupOf.get(id));
        [other.x, other.y] = [one.x + 60, one.y + 55];
        board.puzzle.raise(other);
        board.draw();
    })""")
    wheel(page, place(page, 0), -300)
    end = target(page, 1, beside=0)
    page.drag(place(page, 1), {"x": end["x"] + 3, "y": end["y"] - 2})
    assert page.run(STATUS) == "2 of 12 pieces joined."


def test_the_table_is_dragged_where_no_piece_lies(page):
    spread(page)
    before = place(page, 3)
    free = page.run("""opening.then((board) => {
        const bounds = board.canvas.getBoundingClientRect();
        return { x: bounds.left + 5, y: bounds.top + bounds.height / 2 };
    })""")
    page.drag(free, {"x": free["x"] + 60, "y": free["y"] + 10})
    after = place(page, 3)
    assert abs(after["x"] - before["x"] - 60) < 0.01 and abs(after["y"] - before["y"] - 10) < 0.01
    assert page.run(STATUS) == "1 of 12 pieces joined."


def test_two_fingers_zoom_about_what_lies_between_them(page):
    spread(page)
    before, middle = distance(page, 0, 11), page.run("""opening.then((board) => {
        const bounds = board.canvas.getBoundingClientRect();
        return { x: bounds.left + bounds.width / 2, y: bounds.top + bounds.height / 2 };
    })""")

    def touch(kind, spread):
        points = [{"x": middle["x"] + side * spread, "y": middle["y"], "id": id} for id, side in ((0, -1), (1, 1))]
        page.call("Input.dispatchTouchEvent", type=kind, touchPoints=points if spread else [])

    page.call("Emulation.setTouchEmulationEnabled", enabled=True, maxTouchPoints=2)
    touch("touchStart", 50)
    for spread_out in (70, 100, 150):
        touch("touchMove", spread_out)
    touch("touchEnd", 0)
    assert abs(distance(page, 0, 11) / before - 3) < 0.2
    assert not page.complaints


def test_the_puzzle_of_a_request_can_be_opened_by_its_record(browser, address, folder):
    sheets = sorted(file.name for file in (folder / "cut").glob("puzzle-*.webp"))
    record = {
        "requestId": "order-1", "status": "processed",
        "puzzle": {"url": f"{address}/cut/puzzle.json", "sheets": ["puzzle.sheet-1"]},
        "outputs": [{"name": "puzzle.sheet-1", "url": f"{address}/cut/{sheets[0]}"}],
    }
    (folder / "record").write_text(json.dumps(record))
    browser.open(f"{address}/index.html?puzzle=/record")
    browser.run("opening.then(() => 1)")
    assert browser.run(STATUS) == "1 of 12 pieces joined."
    (folder / "early").write_text(json.dumps({"requestId": "order-2", "status": "processing", "outputs": []}))
    browser.open(f"{address}/index.html?puzzle=/early")
    browser.run("opening.catch(() => {})")
    assert "request order-2 has no puzzle; it is processing." in browser.run(STATUS)


def test_what_is_missing_is_named(browser, address):
    browser.open(f"{address}/index.html?puzzle=none/puzzle.json")
    browser.run("opening.catch(() => {})")
    assert "404" in browser.run(STATUS)
    assert browser.run("document.querySelector('#shuffle').disabled")
