"""A web server that hands out pictures, and what hostile servers hand out instead."""

import gzip
import http.server
import threading

from PIL import Image

import pictures


class PictureServer:
    """Answers `/photo.jpg` and `/logo.png` with pictures; keeps the paths that were asked for."""

    def __init__(self, host="127.0.0.1"):
        self.photo = pictures.jpeg(1200, 900)
        self.logo = pictures.encoded(Image.new("RGB", (64, 32), (255, 0, 255)), "PNG")
        self.paths = []
        self.ended = threading.Event()
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                server.paths.append(self.path)
                name, _, argument = self.path.lstrip("/").partition("?")
                getattr(self, "answer_" + name.split(".")[0].replace("-", "_"), self.answer_missing)(argument)

            def answer(self, status, body=b"", **headers):
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                for name, value in headers.items():
                    self.send_header(name.replace("_", "-"), value)
                self.end_headers()
                self.wfile.write(body)

            def answer_photo(self, _):
                self.answer(200, server.photo, Content_Type="text/plain")

            def answer_logo(self, _):
                self.answer(200, server.logo)

            def answer_go(self, location):
                self.answer(302, Location=location)

            def answer_page(self, _):
                self.answer(200, b"<!DOCTYPE html><title>a page</title>", Content_Type="image/jpeg")

            def answer_packed(self, _):
                self.answer(200, gzip.compress(server.photo), Content_Encoding="gzip", Content_Type="image/jpeg")

            def answer_endless(self, _):
                self.send_response(200)
                self.end_headers()
                try:
                    while True:
                        self.wfile.write(server.photo)
                except OSError:
                    self.close_connection = True

            def answer_hanging(self, _):
                """Answers nothing until the server ends."""
                server.ended.wait()
                self.close_connection = True

            def answer_missing(self, _):
                self.answer(404)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer((host, 0), Handler)
        self.url = f"http://{host}:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.ended.set()
        self.server.shutdown()
        self.server.server_close()
