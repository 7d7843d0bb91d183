"""The puzzle page in a browser, with a puzzle that the engine cut from a picture made here."""

import functools
import http.server
import pathlib
import subprocess
import threading

import pytest
from browser import Browser
from grid import COLUMNS, ROWS
from PIL import Image

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """The page beside a puzzle of twelve pieces, and the picture that it was cut from."""
    folder = tmp_path_factory.mktemp("page")
    for file in (ROOT / "docs/puzzle").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    picture = Image.merge("RGB", [
        Image.linear_gradient("L").resize((601, 451)),
        Image.linear_gradient("L").rotate(90).resize((601, 451)),
        Image.radial_gradient("L").resize((601, 451)),
    ])
    picture.save(folder / "picture.png")
    bench = next((path for kind in ("release", "debug") if (path := ROOT / ".build" / kind / "PuzzleBench").exists()), None)
    assert bench, "build the package first: swift build"
    subprocess.run([bench, folder / "picture.png", str(ROWS), str(COLUMNS), "0", folder / "cut"], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="session")
def address(folder):
    """Where the page is served."""
    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=folder))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


@pytest.fixture
def browser():
    browser = Browser()
    yield browser
    browser.close()


@pytest.fixture
def page(browser, address):
    """The page with the puzzle open, its pieces laid out by fixed random numbers."""
    browser.open(f"{address}/index.html?puzzle=cut/puzzle.json")
    browser.run("""opening.then((board) => {
        let state = 7;
        board.shuffle(() => (state = (state * 16807) % 2147483647) / 2147483647);
    })""")
    return browser
