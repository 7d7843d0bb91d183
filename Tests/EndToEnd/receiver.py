"""An endpoint for webhooks, as a caller's own service would have one."""

import base64
import contextlib
import hashlib
import hmac
import http.server
import json
import threading


class Receiver:
    """Answers with `statuses`, one after the other, then with 204; keeps what arrived.

    Those in `statuses` come with `headers`. Where the path ends in `/hanging`, it keeps and answers nothing until `ended` is set. An endless one sends its answers'
    bodies until the other side closes the connection.
    """

    def __init__(self, *statuses, is_endless=False, headers=()):
        self.statuses = list(statuses)
        self.requests = []
        self.ended = threading.Event()
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                if self.path.endswith("/hanging"):
                    receiver.ended.wait()
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.requests.append((dict(self.headers.items()), body))
                fields = dict(headers) if receiver.statuses else {}
                self.send_response(receiver.statuses.pop(0) if receiver.statuses else 204)
                for field in fields.items():
                    self.send_header(*field)
                if not is_endless:
                    self.send_header("Content-Length", "0")
                self.end_headers()
                with contextlib.suppress(ConnectionError):
                    while is_endless:
                        self.wfile.write(b"x" * 65_536)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/done"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.ended.set()
        self.server.shutdown()
        self.server.server_close()

    @property
    def callbacks(self):
        return [json.loads(body) for _, body in self.requests]

    def is_signed(self, secret):
        """Whether every request has a signature of `secret` by Standard Webhooks."""
        key = base64.b64decode(secret.removeprefix("whsec_"))
        for headers, body in self.requests:
            content = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
            signature = "v1," + base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
            if signature not in headers["webhook-signature"].split(" "):
                return False
        return True
