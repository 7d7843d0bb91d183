"""Those who watch: every status change and percent as server-sent events, read by clients of other people's."""

import json
import pathlib
import re
import selectors
import socket
import subprocess
import time

import pictures
import requests
from browser import Browser
from stack import ROOT, watch

PUZZLE = {"rows": 3, "columns": 4, "seed": 7}


def ask(stack, **more):
    source = {"key": stack.upload(pictures.jpeg(642, 481))["key"]}
    answer = stack.post({"source": source, **more})
    assert answer.status_code == 202, answer.text
    return answer.json()


def test_a_puzzle_is_watched_from_its_beginning_to_its_end(start_stack):
    stack = start_stack()
    events = watch(f"{stack.url}/requests/my-puzzle/events")
    accepted = ask(stack, requestId="my-puzzle", puzzle=PUZZLE, notify={"channel": "club:42"})
    assert accepted["eventsUrl"] == f"{stack.url}/requests/my-puzzle/events"
    *told, end = list(events)
    assert (end.event, end.data) == ("end", "completed")
    documents = [json.loads(event.data) for event in told]
    assert [event.id for event in told] == [document["sequence"] for document in documents]
    assert [int(event.id) for event in told] == list(range(1, len(told) + 1))
    assert [event.event for event in told] == ["started"] + ["progress"] * (len(told) - 2) + ["completed"]
    assert all(document["type"].endswith("." + event.event) for document, event in zip(documents, told))
    percents = [document["data"]["progress"] for document in documents]
    assert percents[-1] == 100 and all(0 <= after - before <= 5 for before, after in zip(percents, percents[1:]))
    statuses = list(dict.fromkeys(document["data"]["status"] for document in documents))
    assert statuses == ["preprocessing", "preprocessed", "processing", "processed"]

    # Who comes late sees the same; who has seen some, the rest; who has seen all, that nothing more comes.
    seen = [event.id for event in told]
    assert [event.id for event in watch(accepted["eventsUrl"])][:-1] == seen
    stack.kill()
    stack = start_stack()
    address = f"{stack.url}/requests/my-puzzle/events"
    assert [event.id for event in watch(address, **{"Last-Event-ID": seen[4]})][:-1] == seen[5:]
    assert requests.get(address, headers={"Last-Event-ID": seen[-1]}, timeout=60).status_code == 204

    # The channel has the same events, and those of the next request on it.
    channel = watch(f"{stack.url}/channels/club:42")
    assert [next(channel).data for _ in told] == [event.data for event in told]
    other = ask(stack, renditions=[{"name": "small", "width": 20}], notify={"channel": "club:42"})
    while (event := next(channel)).event != "completed":
        assert json.loads(event.data)["subject"] == other["requestId"]


def test_a_failure_ends_the_stream_too(stack):
    answer = stack.post({"source": {"key": "uploads/none/nothing.jpg"}, "puzzle": PUZZLE})
    *_, failed, end = watch(answer.json()["eventsUrl"])
    assert (failed.event, end.event, end.data) == ("failed", "end", "failed")
    assert json.loads(failed.data)["data"]["failure"]["code"] == "source_not_found"


def test_a_stream_that_can_have_no_events_ends(stack):
    for path in ("requests/no%20id/events", "requests/-a/events", f"requests/{'a' * 129}/events", "channels/a%20b"):
        answer = requests.get(f"{stack.url}/{path}", stream=True, timeout=30)
        assert answer.status_code == 404 and answer.headers["Content-Type"] == "application/problem+json", path
    events = watch(f"{stack.url}/requests/nobody/events")
    requests.post(f"{stack.url}/_aws/clock", json={"advanceSeconds": 121}, timeout=30)
    assert [(event.event, event.data) for event in events] == [("end", "unknown")]


def test_a_thousand_watch_one_puzzle(stack):
    """A thousand connections, one process, and not one thread more."""
    def threads():
        status = pathlib.Path(f"/proc/{stack.process.pid}/status").read_text()
        return int(re.search(r"Threads:\s+(\d+)", status).group(1))

    host, port = stack.url.removeprefix("http://").split(":")
    before = threads()
    chooser = selectors.DefaultSelector()
    received = {}
    for _ in range(1000):
        connection = socket.create_connection((host, int(port)), timeout=60)
        connection.sendall(f"GET /requests/famous/events HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        connection.setblocking(False)
        received[connection] = b""
        chooser.register(connection, selectors.EVENT_READ)

    def read(is_enough, seconds):
        deadline = time.monotonic() + seconds
        waiting = {connection for connection in received if not is_enough(received[connection])}
        while waiting and time.monotonic() < deadline:
            for key, _ in chooser.select(timeout=1):
                received[key.fileobj] += key.fileobj.recv(65536)
                if is_enough(received[key.fileobj]):
                    waiting.discard(key.fileobj)
        return len(waiting)

    assert read(lambda text: b"retry: " in text, 30) == 0
    assert requests.get(f"{stack.url}/health", timeout=5).status_code == 200
    assert threads() <= before + 1
    ask(stack, requestId="famous", puzzle=PUZZLE)
    assert read(lambda text: text.endswith(b"event: end\ndata: completed\n\n\r\n0\r\n\r\n"), 60) == 0
    texts = {re.sub(rb"\r\n[0-9a-f]+\r\n", b"", text.split(b"\r\n\r\n", 1)[1]).replace(b":\n\n", b"") for text in received.values()}
    assert len({tuple(re.findall(rb"id: (\d+)", text)) for text in texts}) == 1
    for connection in received:
        connection.close()
    assert requests.get(f"{stack.url}/requests/famous", timeout=5).json()["status"] == "processed"


def test_watchers_that_left_leave_their_places_at_once(stack):
    host, port = stack.url.removeprefix("http://").split(":")
    for _ in range(3_100):  # more than may watch at the same time, within less than a heartbeat's time
        with socket.create_connection((host, int(port)), timeout=30) as connection:
            connection.sendall(f"GET /channels/left HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            text = connection.recv(4096)
            assert text.startswith(b"HTTP/1.1 200")
            while not text.endswith(b"\n\n\r\n"):
                text += connection.recv(4096)


def test_a_page_in_a_browser_sees_it_by_event_source(stack):
    browser = Browser()
    try:
        browser.run(f"""
            window.seen = [];
            window.source = new EventSource("{stack.url}/requests/shown/events");
            for (const name of ["started", "progress", "completed"])
                source.addEventListener(name, (event) => seen.push(JSON.parse(event.data).data.progress));
            source.addEventListener("end", (event) => {{ seen.push(event.data); }});
            window.ended = new Promise((resolve) => source.addEventListener("end", () => resolve()));
            window.stopped = new Promise((resolve) => source.addEventListener("error", () => {{
                if (source.readyState === EventSource.CLOSED) resolve();
            }}));
            undefined;
        """)
        ask(stack, requestId="shown", puzzle=PUZZLE)
        browser.run("ended")
        *percents, end = browser.run("seen")
        assert end == "completed"
        assert percents == sorted(percents) and percents[-1] == 100 and len(percents) > 15
        # It asks again by itself, learns that nothing more comes, and stops; so nothing is seen twice.
        browser.run("stopped")
        assert browser.run("seen") == [*percents, end]
    finally:
        browser.close()


def test_the_commands_of_the_story_show_it(stack, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(pictures.jpeg(640, 480))
    story = (ROOT / "docs" / "live-progress.md").read_text().replace("http://127.0.0.1:4566", stack.url)
    watching, asking, channel, cancelling = re.findall(r"```sh\n(.*?)```", story, re.DOTALL)
    upload, ask_for_it = re.split(r"\n(?=curl http)", asking.strip())

    def typed(command):
        result = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True)
        return result.stdout

    watcher = subprocess.Popen(["sh", "-c", "exec " + watching], stdout=subprocess.PIPE, text=True)
    typed(upload)
    assert "eventsUrl" in json.loads(typed(ask_for_it))
    seen, _ = watcher.communicate(timeout=60)
    assert "id: 1\nevent: started\n" in seen and seen.endswith("event: end\ndata: completed\n\n")
    assert json.loads(typed(cancelling))["status"] == 409
    club = subprocess.Popen(["sh", "-c", "exec " + channel], stdout=subprocess.PIPE, text=True)
    try:
        assert any(line == "event: completed\n" for line in club.stdout)
    finally:
        club.terminate()
        club.wait()
