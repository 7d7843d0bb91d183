"""The command that people and scripts have for the API, typed."""

import contextlib
import http.server
import json
import os
import pty
import re
import select
import signal
import socket
import subprocess
import termios
import threading

import pytest
import requests
from PIL import Image

import pictures
from stack import ROOT

DIP = ROOT / ".build" / "release" / "dip"
SECONDS = 60


def run(api, *arguments, cwd=None, **options):
    environment = {**os.environ, "DIP_API": api}
    return subprocess.run(
        [DIP, *arguments], cwd=cwd, env=environment, capture_output=True, text=True, timeout=SECONDS, **options
    )


def run_on_terminal(api, *arguments, until=None, columns=0, **environment):
    """Standard error is a terminal; `until` is what has to be seen there before Ctrl-C is typed."""
    controller, terminal = pty.openpty()
    termios.tcsetwinsize(terminal, (24, columns))
    process = subprocess.Popen(
        [DIP, *arguments],
        env={**os.environ, "DIP_API": api, "TERM": "xterm", **environment},
        stdout=subprocess.PIPE,
        stderr=terminal,
        start_new_session=True,
    )
    os.close(terminal)
    seen = b""
    with contextlib.suppress(OSError):  # which is how a terminal without a program ends
        while select.select([controller], [], [], SECONDS)[0]:
            piece = os.read(controller, 4096)
            seen += piece
            if until and until.encode() in seen:
                process.send_signal(signal.SIGINT)
                until = None
            if not piece:
                break
    os.close(controller)
    output = process.communicate(timeout=SECONDS)[0]
    return process.returncode, output.decode(), seen.decode()


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "my photo ü 100% #1.jpg"
    path.write_bytes(pictures.jpeg(1200, 900))
    return path


def test_a_gallery_is_waited_for_and_fetched(stack, photo, tmp_path):
    result = run(stack.url, "process", photo.name, "--preset", "gallery", "--wait", "--output", "out/gallery", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    lines = [re.split(r"  +", line) for line in result.stdout.splitlines()]
    assert [line[0] for line in lines][:3] == ["original", "thumbnail", "thumbnail_2x"]
    for name, size, kind, _, path in lines:
        picture = Image.open(tmp_path / path)
        assert f"{picture.width} × {picture.height}" == size, name
        assert picture.format.lower() == kind
    assert (tmp_path / "out/gallery/original.jpg").read_bytes() == photo.read_bytes()
    assert len(list((tmp_path / "out/gallery").iterdir())) == 8
    progress = [int(percent) for percent in re.findall(r"^(\d+) % ", result.stderr, re.MULTILINE)]
    assert progress == sorted(progress) and progress[-1] == 100
    assert "\x1b" not in result.stderr and "note: xlarge" in result.stderr


def test_a_script_asks_now_and_looks_later(stack, photo):
    asked = run(
        stack.url, "process", photo, "--rendition", "name=small,width=90,format=png", "--quiet", "--id", "order-42",
        "--attribute", "region=usa", "--email", "owner@example.com",
    )
    assert (asked.returncode, asked.stdout, asked.stderr) == (0, "order-42\n", "")
    watched = run(stack.url, "watch", "order-42", "--json")
    assert watched.returncode == 0, watched.stderr
    record = json.loads(watched.stdout)
    assert record["status"] == "processed" and record["outputs"][0]["width"] == 90
    stack.wait_until_owners_are_told()
    status = run(stack.url, "status", "order-42", "--json")
    assert json.loads(status.stdout) == stack.record("order-42")
    told = run(stack.url, "status", "order-42").stdout
    assert told.startswith("order-42  processed  from 1200 × 900 jpeg") and "90 × 68" in told
    assert len(stack.mails()) == 1


def test_a_request_of_a_file_takes_a_photo_and_options(stack, photo, tmp_path):
    request = {"renditions": [{"name": "a", "width": 50, "format": "webp"}], "notify": {"email": "a@example.com"}}
    (tmp_path / "request.json").write_text(json.dumps(request))
    result = run(stack.url, "process", photo, "--request", "request.json", "--json", "--output", "out", cwd=tmp_path)
    document = json.loads(result.stdout)
    assert document["files"] == [{"name": "a", "path": "out/a.webp"}] and (tmp_path / "out/a.webp").exists()
    key = document["source"]["key"]
    again = run(stack.url, "process", "--key", key, "--request", "-", "--wait", "--json", input=json.dumps(request))
    assert json.loads(again.stdout)["source"]["key"] == key


def test_a_large_file_goes_to_the_bucket(stack, tmp_path):
    large = tmp_path / "large ü.jpg"
    large.write_bytes(pictures.jpeg() + bytes(11_000_000))
    result = run(stack.url, "process", large, "--rendition", "name=a,width=50,format=webp", "--wait", "--json")
    assert json.loads(result.stdout)["source"]["bytes"] > 11_000_000, result.stderr


def test_a_puzzle_is_cut(stack, photo, tmp_path):
    result = run(
        stack.url, "puzzle", photo, "--rows", "3", "--columns=4", "--seed", "7", "--wait", "--output", tmp_path / "out"
    )
    assert result.returncode == 0, result.stderr
    assert "3 × 4 pieces, seed 7" in result.stdout
    puzzle = json.loads((tmp_path / "out/puzzle/puzzle.json").read_text())
    assert len(puzzle["pieces"]) == 12 and (tmp_path / "out/puzzle/sheet-1.webp").exists()


def test_a_puzzle_that_cannot_be_cut_is_refused_before_anything_is_sent(photo):
    wish = ["--rows", "0", "--columns", "700", "--width", "9000", "--style", "square"]
    result = run("http://127.0.0.1:1", "puzzle", photo, *wish)
    assert result.returncode == 2, result.stderr
    places = [line.split(":")[0].strip() for line in result.stderr.splitlines() if line.startswith("  /")]
    assert sorted(set(places)) == ["/puzzle/height", "/puzzle/rows", "/puzzle/style", "/puzzle/width"]


def test_a_terminal_gets_a_bar_and_colours_only_where_they_are_wanted(stack, photo):
    arguments = ["process", photo, "--rendition", "name=a,width=50,format=webp", "--wait"]
    status, output, bar = run_on_terminal(stack.url, *arguments)
    assert status == 0 and "50 × 38" in output
    assert "\r\x1b[K\x1b[32m██" in bar and "100 % processed" in bar
    status, _, bar = run_on_terminal(stack.url, *arguments, NO_COLOR="1")
    assert status == 0 and "\r\x1b[K█" in bar and "\x1b[32m" not in bar
    status, _, lines = run_on_terminal(stack.url, *arguments, TERM="dumb")
    assert status == 0 and "\x1b" not in lines and "█" not in lines


def test_a_terminal_sees_the_seconds_go_by_while_nothing_else_happens(start_stack):
    stack = start_stack(SourceAddresses="any")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/photo.jpg"
        arguments = ["process", address, "--rendition", "name=a,width=50,format=webp", "--wait"]
        status, _, bar = run_on_terminal(stack.url, *arguments, until=" preprocessing 3 s", NO_COLOR="1")
    lines = re.findall(r"\d+ % preprocessing \d+ s", bar)
    seconds = [int(line.split()[-2]) for line in lines]
    assert status == 130 and sorted(set(seconds)) == list(range(seconds[0], 4))
    assert seconds == sorted(seconds) and seconds[0] <= 1


@pytest.mark.parametrize("columns", [20, 40])
def test_a_bar_fits_into_a_narrow_window(stack, photo, columns):
    """A line that wraps could not be written over."""
    arguments = ["process", photo, "--rendition", "name=a,width=50,format=webp", "--wait"]
    status, _, bar = run_on_terminal(stack.url, *arguments, columns=columns, NO_COLOR="1")
    lines = re.findall(r"\r\x1b\[K([^\r\n]*)", bar)
    assert status == 0 and re.search(r"100 % processed \d+ s$", lines[-1])
    assert max(map(len, lines)) <= columns, lines


@pytest.mark.parametrize("arguments", [["--help"], ["process", "--quiet"], ["process", "--json", "--wait"]])
def test_a_report_that_cannot_be_written_is_no_success(stack, photo, arguments):
    wish = [photo, "--rendition", "name=a,width=50,format=webp"] if arguments[0] == "process" else []
    with open("/dev/full", "w") as full:
        result = subprocess.run(
            [DIP, *arguments, *wish, "--api", stack.url] if wish else [DIP, *arguments],
            stdout=full, stderr=subprocess.PIPE, text=True, timeout=SECONDS,
        )
    assert result.returncode == 1 and "output_failed: standard output cannot be written" in result.stderr


@pytest.mark.parametrize("megabytes", [0, 11])
def test_the_same_command_again_does_the_work_once(stack, photo, megabytes):
    photo.write_bytes(photo.read_bytes() + bytes(megabytes << 20))
    arguments = ["process", photo, "--rendition", "name=a,width=50,format=webp", "--id", "mine"]
    first = run(stack.url, *arguments, "--wait", "--json")
    assert first.returncode == 0, first.stderr
    again = run(stack.url, *arguments, "--wait", "--json")
    assert again.returncode == 0, again.stderr
    first, again = json.loads(first.stdout), json.loads(again.stdout)
    assert all(again[part] == first[part] for part in ("requestId", "createdAt", "source", "outputs"))
    assert run(stack.url, *arguments).stdout == "mine\n"
    uploads = stack.client("s3").list_objects_v2(Bucket="rtp-request-files", Prefix="uploads/")["Contents"]
    assert [upload["Key"] for upload in uploads] == [first["source"]["key"]]


def test_another_request_under_a_taken_id_is_refused(stack, photo, tmp_path):
    wish = ["--rendition", "name=a,width=50,format=webp"]
    assert run(stack.url, "process", photo, *wish, "--id", "taken", "--wait").returncode == 0
    stack.wait_until_owners_are_told()
    first = stack.record("taken")
    other = tmp_path / "other.jpg"
    other.write_bytes(pictures.jpeg(300, 200))
    wider = ["--rendition", "name=a,width=60,format=webp"]
    for arguments in ([other, *wish], [photo, *wider], [other, *wish, "--wait"], [photo, *wider, "--output", tmp_path / "out"]):
        refused = run(stack.url, "process", *arguments, "--id", "taken")
        assert refused.returncode == 1 and refused.stdout == "", refused
        assert "dip: request_id_taken: Another request has the id taken already" in refused.stderr
        assert "give another --id" in refused.stderr
    assert stack.record("taken") == first and not (tmp_path / "out").exists()
    told = json.loads(run(stack.url, "process", other, *wish, "--id", "taken", "--json").stdout)
    assert told["error"]["code"] == "request_id_taken"


def test_a_request_under_a_taken_id_is_refused_to_every_caller(stack):
    key = stack.upload(pictures.jpeg())["key"]
    request = {"requestId": "taken", "source": {"key": key}, "preset": "gallery"}

    def answer(request):
        url = stack.post(request).json()["statusUrl"]
        stack.wait_until(lambda: requests.get(url, timeout=30).status_code == 200)
        return requests.get(url, timeout=30).json()

    assert answer(request)["requestId"] == "taken"
    same = json.dumps(request, indent=4)
    assert requests.post(f"{stack.url}/process-file", data=same, headers={"Content-Type": "application/json"}, timeout=30)
    assert answer(json.loads(same))["requestId"] == "taken"
    refusal = answer(request | {"retention": "discard"})
    assert refusal["failure"]["code"] == "request_id_taken"
    assert stack.record(refusal["requestId"])["status"] == "failed"
    assert answer({**request, "requestId": "free"})["requestId"] == "free"
    assert requests.get(f"{stack.url}/requests/taken?submission=unknown", timeout=30).status_code == 404


def test_interrupted_it_says_how_to_come_back(stack, tmp_path):
    photo = tmp_path / "slow.jpg"
    photo.write_bytes(pictures.noise_jpeg(3000, 2400))
    arguments = ["process", photo, "--preset", "gallery", "--id", "mine", "--wait"]
    status, output, said = run_on_terminal(stack.url, *arguments, until="% ")
    assert (status, output) == (130, "") and "dip watch mine" in said
    watched = run(stack.url, "watch", "mine")
    assert watched.returncode == 0 and "xlarge" in watched.stdout


@pytest.mark.parametrize("as_json", [False, True])
def test_what_is_no_image_ends_with_its_code_and_what_to_do(stack, tmp_path, as_json):
    text = tmp_path / "text.jpg"
    text.write_text("no picture")
    result = run(stack.url, "process", text, "--preset", "gallery", "--wait", *(["--json"] if as_json else []))
    assert result.returncode == 1
    assert "dip: unsupported_format: " in result.stderr and "send a JPEG, PNG or WebP" in result.stderr
    if as_json:
        assert json.loads(result.stdout)["failure"]["code"] == "unsupported_format"
    failed = re.search(r"^Request (\S+)", result.stderr, re.MULTILINE).group(1)
    assert run(stack.url, "status", failed).returncode == 1


def test_an_address_that_is_not_asked_ends_with_its_code_and_what_to_do(stack):
    wish = ["--rendition", "name=a,width=50,format=webp", "--wait"]
    result = run(stack.url, "process", "http://169.254.169.254/photo.jpg", *wish)
    assert result.returncode == 1 and "dip: source_address_forbidden: " in result.stderr
    assert "  → only public addresses are asked: fetch the picture yourself" in result.stderr


def test_an_output_that_is_gone_is_named_and_the_others_are_fetched(stack, photo, tmp_path):
    wishes = ["--rendition", "name=a,width=50,format=webp", "--rendition", "name=b,width=60,format=png"]
    assert run(stack.url, "process", photo, *wishes, "--id", "two", "--wait").returncode == 0
    stack.client("s3").delete_object(Bucket="rtp-processed-files", Key="two/a.webp")
    result = run(stack.url, "watch", "two", "--output", tmp_path / "out", "--json")
    assert result.returncode == 1 and "out/a.webp: its link answered 404" in result.stderr
    assert json.loads(result.stdout)["error"]["code"] == "output_failed"
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["b.png"]
    (tmp_path / "out/a.webp").mkdir()
    blocked = run(stack.url, "watch", "two", "--output", tmp_path / "out", "--json")
    assert blocked.returncode == 1 and json.loads(blocked.stdout)["error"]["code"] == "output_failed"


def test_a_wrong_request_is_told_whole_before_anything_is_sent(photo):
    arguments = ["--rendition", "name=a b,width=0", "--rendition", "name=c,format=png,quality=80", "--retention", "shred"]
    result = run("http://127.0.0.1:1", "process", photo, *arguments, "--email", "nobody", "--json")
    assert result.returncode == 2
    error = json.loads(result.stdout)["error"]
    assert error["code"] == "invalid_request"
    places = {problem["pointer"] for problem in error["problems"]}
    assert places == {
        "/renditions/0/name", "/renditions/0/width", "/renditions/1/quality", "/retention", "/notify/email"
    }
    assert all(place in result.stderr for place in places)


def test_a_refusal_by_the_api_names_every_problem_in_words(stack):
    request = {"source": {"key": "uploads/a"}, "renditions": [{"name": "a b", "width": 0}], "retention": "shred"}
    answer = stack.post(request)
    assert answer.status_code == 400 and answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json() == {
        "type": "about:blank", "title": "The request is not valid", "status": 400, "code": "invalid_request",
        "detail": "3 problems; see errors",
        "errors": [
            {
                "pointer": "/renditions/0/name", "code": "invalid_format",
                "detail": "must be 1 to 64 letters, digits, '_' or '-', the first a letter or digit",
            },
            {"pointer": "/renditions/0/width", "code": "out_of_range", "detail": "must be from 1 to 16383"},
            {"pointer": "/retention", "code": "not_allowed", "detail": "must be one of keep, archive, discard"},
        ],
    }


@pytest.mark.parametrize(
    "folder, words",
    [
        ("file", "file: it is no folder"),
        ("new/../file/deeper", "new/../file: it is no folder"),
        ("dangling", "No such file"),
        ("/proc/nope", "/proc/nope: it cannot be made"),
        ("/proc", "/proc: no file can be made in it"),
        ("n" * 300, "File name too long"),
    ],
)
def test_a_folder_that_cannot_be_written_is_noticed_before_anything_is_sent(photo, tmp_path, folder, words):
    (tmp_path / "file").touch()
    (tmp_path / "dangling").symlink_to("nowhere/at/all")
    before = set(tmp_path.rglob("*"))
    commands = (
        ["process", photo, "--rendition", "name=a,width=50,format=webp"],
        ["puzzle", photo, "--rows", "3", "--columns", "4"],
        ["watch", "two"],
    )
    for command in commands:
        result = run("http://127.0.0.1:1", *command, "--output", folder, "--json", cwd=tmp_path)
        assert result.returncode == 2 and words in result.stderr, result.stderr
        error = json.loads(result.stdout)["error"]
        assert error["code"] == "file_failed" and "--output" in error["advice"]
    assert set(tmp_path.rglob("*")) == before


def test_a_folder_is_tried_and_not_left_behind(photo, tmp_path):
    wish = ["--rendition", "name=a,width=50,format=webp"]
    for folder in ("a/b/c", "there", "./there/", "there/../x"):
        (tmp_path / "there").mkdir(exist_ok=True)
        result = run("http://127.0.0.1:1", "process", photo, *wish, "--output", folder, cwd=tmp_path)
        assert result.returncode == 3, result.stderr
        assert {path.name for path in tmp_path.rglob("*")} == {photo.name, "there"}


def test_a_request_is_taken_back(stack, tmp_path):
    photo = tmp_path / "slow.jpg"
    photo.write_bytes(pictures.noise_jpeg(3000, 2400))
    assert run(stack.url, "process", photo, "--preset", "gallery", "--id", "mine").returncode == 0
    cancelled = run(stack.url, "cancel", "mine", "--wait", "--json")
    assert cancelled.returncode == 0, cancelled.stderr
    assert json.loads(cancelled.stdout)["status"] == "cancelled"
    watched = run(stack.url, "watch", "mine")
    assert watched.returncode == 1 and "dip: cancelled: " in watched.stderr
    assert run(stack.url, "cancel", "mine").returncode == 0, "as often as one likes"
    wish = ["--rendition", "name=a,width=50,format=webp", "--id", "done", "--wait"]
    assert run(stack.url, "process", photo, *wish).returncode == 0
    late = run(stack.url, "cancel", "done")
    assert late.returncode == 1 and "dip: conflict: " in late.stderr
    soon = run(stack.url, "cancel", "not-asked-yet", "--json")
    assert soon.returncode == 1 and json.loads(soon.stdout)["error"]["code"] == "not_found"
    assert "“not-asked-yet” is known" in soon.stderr and "Taken back" not in soon.stderr


def test_an_unknown_id_is_said_to_be_one(stack):
    for command in ("status", "watch", "cancel"):
        result = run(stack.url, command, "no-such.id", "--json")
        assert result.returncode == 1, command
        assert json.loads(result.stdout)["error"]["code"] == "not_found"
        assert len(result.stderr.splitlines()) <= 2, result.stderr


@pytest.mark.parametrize(
    "arguments, words",
    [
        ([], "a command is missing"),
        (["proces"], "“proces” is no command"),
        (["process"], "say what to make"),
        (["process", "--preset", "gallery"], "PHOTO is missing"),
        (["process", "missing.jpg", "--preset", "gallery"], "missing.jpg: No such file"),
        (["process", ".", "--preset", "gallery"], "it is a folder"),
        (["process", "empty.jpg", "--preset", "gallery"], "empty.jpg: it is empty"),
        (["process", "a", "b", "--preset", "gallery"], "“b” is too many"),
        (["process", "a", "--key", "b", "--preset", "gallery"], "PHOTO or --key"),
        (["process", "a", "--rendition", "width=20"], "needs a name"),
        (["process", "a", "--rendition", "name"], "no “name” in it"),
        (["process", "ftp://example.com/a.jpg", "--preset", "gallery"], "begins with https:// or http://, not “ftp://"),
        (["process", "a", "--presett", "gallery"], "did you mean --preset?"),
        (["process", "a", "--attribute", "region"], "NAME=VALUE"),
        (["process", "a", "--request", "missing.json"], "--request missing.json cannot be read"),
        (["process", "a", "--request", "empty.jpg"], "--request empty.jpg ends in the middle"),
        (["puzzle", "a", "--rows", "6"], "--rows and --columns are needed"),
        (["puzzle", "a", "--rows", "six", "--columns", "8"], "--rows is a whole number, not “six”"),
        (["status"], "ID is missing"),
        (["status", "a b"], "“a b” is no request's id: it must be 1 to 128 letters"),
        (["watch", ""], "is no request's id"),
        (["status", "a", "--api", "localhost:4566"], "--api is an address"),
    ],
)
def test_wrong_usage_is_one_clear_line(tmp_path, arguments, words):
    (tmp_path / "empty.jpg").touch()
    result = run("http://127.0.0.1:1", *arguments, cwd=tmp_path)
    first, *rest = result.stderr.splitlines()
    assert result.returncode == 2 and first.startswith("dip: ") and words in first, result.stderr
    assert len(rest) <= 1 and result.stdout == ""


def test_help_teaches_and_needs_no_api():
    overview = run("", "--help").stdout
    for command in ("process", "puzzle", "status", "watch", "cancel"):
        assert f"  {command} " in overview
        text = run("", command, "--help").stdout
        assert f"usage: dip {command}" in text and "examples:" in text and "exit status: 0 done; 1" in text
    assert run("", "--version").stdout.startswith("dip ")


def test_an_api_that_is_down_is_told_apart(photo):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        api = f"http://127.0.0.1:{unused.getsockname()[1]}"
        for arguments in (["process", photo, "--preset", "gallery"], ["status", "a"], ["watch", "a"], ["cancel", "a"]):
            result = run(api, *arguments, "--json")
            assert result.returncode == 3 and f"{api} cannot be reached" in result.stderr
            assert json.loads(result.stdout)["error"]["code"] == "unreachable"


class Gateway(http.server.BaseHTTPRequestHandler):
    """Hands everything on to the stack and counts, but knows no events itself."""

    protocol_version = "HTTP/1.1"

    def forward(self):
        if self.path.endswith("/events"):
            return self.answer(404, b'{"title":"There is nothing here","status":404}')
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        answer = self.server.session.request(
            self.command, self.server.stack.url + self.path, data=body,
            headers={name: self.headers[name] for name in ("Content-Type",) if name in self.headers}, timeout=SECONDS,
        )
        self.server.seen.append(self.path)
        content = answer.content
        if self.path == "/process-file":
            document = answer.json()
            if not self.server.has_events:
                del document["eventsUrl"]
            content = json.dumps(document).encode()
        return self.answer(answer.status_code, content)

    do_GET = do_PUT = do_POST = forward

    def answer(self, status, content):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


@pytest.fixture
def gateway(stack):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Gateway)
    server.stack, server.session, server.seen, server.has_events = stack, requests.Session(), [], False
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_without_events_the_record_is_looked_at(gateway, photo):
    api = f"http://127.0.0.1:{gateway.server_port}"
    asked = run(api, "process", photo, "--rendition", "name=a,width=50,format=webp", "--wait", "--id", "polled")
    assert asked.returncode == 0 and "50 × 38" in asked.stdout, asked.stderr
    assert len([path for path in gateway.seen if path.startswith("/requests/polled?submission=")]) >= 2
    assert run(api, "watch", "polled").returncode == 0


def test_with_events_the_record_is_looked_at_once(gateway, photo):
    gateway.has_events = True
    asked = run(
        f"http://127.0.0.1:{gateway.server_port}",
        "puzzle", photo, "--rows", "3", "--columns", "4", "--wait",
    )
    assert asked.returncode == 0 and "3 × 4 pieces" in asked.stdout, asked.stderr
    assert len([path for path in gateway.seen if path.startswith("/requests/")]) == 1
    percents = [int(percent) for percent in re.findall(r"^(\d+) % ", asked.stderr, re.MULTILINE)]
    assert len(percents) > 10 and percents == sorted(percents), "every step of the cut is told"


def test_another_server_is_not_taken_for_the_api(tmp_path):
    handler = lambda *arguments: http.server.SimpleHTTPRequestHandler(*arguments, directory=tmp_path)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        result = run(f"http://127.0.0.1:{server.server_port}", "status", "a")
        server.shutdown()
    assert result.returncode == 3 and "answered 404, and not as this API does" in result.stderr
