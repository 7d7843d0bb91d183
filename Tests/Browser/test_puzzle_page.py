"""A person assembles a puzzle in the browser."""

import base64
import io

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


def test_what_is_missing_is_named(browser, address):
    browser.open(f"{address}/index.html?puzzle=none/puzzle.json")
    browser.run("opening.catch(() => {})")
    assert "404" in browser.run(STATUS)
    assert browser.run("document.querySelector('#shuffle').disabled")
