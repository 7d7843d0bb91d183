"""Debian's Chromium without a screen, driven by the DevTools protocol (https://chromedevtools.github.io/devtools-protocol/)."""

import base64
import json
import shutil
import subprocess
import tempfile
import urllib.request

import websocket


class Browser:
    """One page of a browser of its own."""

    def __init__(self, width=1200, height=800):
        self.profile = tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True)
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        assert program, "Chromium is missing: apt-get install chromium"
        self.process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--remote-debugging-port=0", "--remote-allow-origins=*", f"--window-size={width},{height}",
             f"--user-data-dir={self.profile.name}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.number = 0
        self.events = []
        self.socket = websocket.create_connection(self._page_address(), timeout=60)
        self.call("Page.enable")
        self.call("Runtime.enable")
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def _page_address(self):
        """The browser names its address on standard error once it listens."""
        for line in self.process.stderr:
            if "DevTools listening on" in line:
                host = line.split("ws://")[1].split("/")[0]
                break
        else:
            raise AssertionError("Chromium ended before it listened")
        with urllib.request.urlopen(f"http://{host}/json/list") as answer:
            return next(page for page in json.load(answer) if page["type"] == "page")["webSocketDebuggerUrl"]

    def call(self, method, **parameters):
        """Calls a method and returns its result; events that come before it are kept."""
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.socket.recv())
            if message.get("id") == self.number:
                assert "error" not in message, message["error"]
                return message["result"]
            self.events.append(message)

    def open(self, url):
        """Opens a page and waits for the end of its loading."""
        self.events.clear()
        self.call("Page.navigate", url=url)
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.events.append(json.loads(self.socket.recv()))

    def run(self, script):
        """The value of a script; a promise is waited for, an exception is raised here."""
        result = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def drag(self, start, end, steps=4):
        """Presses the mouse at one place and lets go at another."""
        def mouse(kind, x, y, **more):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

        mouse("mouseMoved", start["x"], start["y"])
        mouse("mousePressed", start["x"], start["y"], button="left", buttons=1, clickCount=1)
        for step in range(1, steps + 1):
            mouse("mouseMoved", start["x"] + (end["x"] - start["x"]) * step / steps,
                  start["y"] + (end["y"] - start["y"]) * step / steps, button="left", buttons=1)
        mouse("mouseReleased", end["x"], end["y"], button="left", buttons=0, clickCount=1)

    def choose_files(self, selector, paths):
        """Chooses files as a person does in the dialogue."""
        root = self.call("DOM.getDocument")["root"]["nodeId"]
        node = self.call("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self.call("DOM.setFileInputFiles", nodeId=node, files=[str(path) for path in paths])

    def screenshot(self):
        """The page as PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot")["data"])

    @property
    def complaints(self):
        """Exceptions that nobody caught and what was written as an error."""
        return [event for event in self.events
                if event["method"] == "Runtime.exceptionThrown"
                or event["method"] == "Runtime.consoleAPICalled" and event["params"]["type"] == "error"]

    def close(self):
        self.socket.close()
        self.process.terminate()
        self.process.wait()
        self.process.stderr.close()
        self.profile.cleanup()
