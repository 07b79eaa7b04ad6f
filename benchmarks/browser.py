"""A headless Chromium that opens one page, driven by the DevTools protocol over a pipe, and a server of a folder."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# no name but that of this machine is known to the browser: whatever asks for another gets nothing
OFFLINE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
    OFFLINE,
)
MODIFIERS = {"shift": 8}


def installed() -> str | None:
    """The browser that is there, if one is; Windows has no pipes to drive it over."""
    return None if os.name == "nt" else next(filter(None, map(shutil.which, BROWSERS)), None)


class Quiet(SimpleHTTPRequestHandler):
    """A plain static server that says nothing."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".wasm": "application/wasm"}

    def log_message(self, format: str, *args: Any) -> None:
        pass


class Server:
    """Hands out the files of a folder, as any web server would."""

    def __init__(self, folder: Path) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class Page:
    """One page in a browser of its own."""

    def __init__(self, width: int = 1280, height: int = 1000, dark: bool = False) -> None:
        browser = installed()
        assert browser is not None
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        (to_read, write), (read, to_write) = _pipe(), _pipe()
        self._process = subprocess.Popen(
            [browser, *FLAGS, f"--user-data-dir={self._folder.name}", f"--window-size={width},{height}"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(3, 4),
            preexec_fn=lambda: [os.dup2(to_read, 3), os.dup2(to_write, 4)],
        )
        os.close(to_read)
        os.close(to_write)
        self._write, self._read = write, read
        self._rest = b""
        self._number = 0
        self.events: list[dict[str, Any]] = []
        self._session = ""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")
        self.shape(width, height, dark)

    def shape(self, width: int, height: int, dark: bool = False) -> None:
        """How wide the window is, and whether the system is dark."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.send("Emulation.setDeviceMetricsOverride", **metrics)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", features=[scheme])

    def send(self, method: str, seconds: float = 300, **parameters: Any) -> dict[str, Any]:
        """Ask the browser and wait for the answer; what it tells meanwhile is kept in `events`."""
        self._number += 1
        asked = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            asked["sessionId"] = self._session
        data = json.dumps(asked).encode() + b"\0"
        while data:
            data = data[os.write(self._write, data) :]
        while True:
            said = self._message(seconds)
            if said.get("id") == self._number:
                assert "error" not in said, said
                answer: dict[str, Any] = said["result"]
                return answer
            self.events.append(said)

    def _message(self, seconds: float) -> dict[str, Any]:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._read], [], [], seconds)
            assert ready, "the browser does not answer"
            data = os.read(self._read, 1 << 20)
            assert data, "the browser has stopped"
            self._rest += data
        first, _, self._rest = self._rest.partition(b"\0")
        said: dict[str, Any] = json.loads(first)
        return said

    def open(self, url: str) -> None:
        self.send("Page.navigate", url=url)

    def run(self, script: str) -> Any:
        """What an expression gives, awaited if it promises."""
        said = self.send("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in said, said["exceptionDetails"]
        return said["result"].get("value")

    def until(self, script: str, seconds: float = 120) -> None:
        """Wait until an expression is true."""
        wait = (
            f"new Promise((done, failed) => {{ const end = Date.now() + {seconds * 1000};"
            f"const look = () => ({script}) ? done(true) : Date.now() > end ? failed('never: ' + {json.dumps(script)})"
            " : setTimeout(look, 20); look(); })"
        )
        self.run(wait)

    def key(self, key: str, *modifiers: str) -> None:
        code = {"Tab": 9, "Enter": 13, "F8": 119}[key]
        held = sum(MODIFIERS[each] for each in modifiers)
        text = {"Enter": "\r"}.get(key)
        pressed = {"key": key, "code": key, "windowsVirtualKeyCode": code, "modifiers": held}
        self.send("Input.dispatchKeyEvent", type="keyDown", **pressed, **({"text": text} if text else {}))
        self.send("Input.dispatchKeyEvent", type="keyUp", **pressed)

    def picture(self, path: Path) -> None:
        """The whole page as a PNG."""
        self.send("Emulation.setScrollbarsHidden", hidden=True)
        self.run(
            "new Promise((laid) => requestAnimationFrame(() => requestAnimationFrame(() => laid(true))))"
        )
        data = self.send("Page.captureScreenshot", captureBeyondViewport=True)["data"]
        self.send("Emulation.setScrollbarsHidden", hidden=False)
        path.write_bytes(base64.b64decode(data))

    def asked_for(self) -> set[str]:
        """The addresses that the page has asked for."""
        return {
            each["params"]["request"]["url"]
            for each in self.events
            if each["method"] == "Network.requestWillBeSent"
        }

    def complaints(self) -> list[str]:
        """What the console holds of errors."""
        logged = [each["params"]["entry"] for each in self.events if each["method"] == "Log.entryAdded"]
        thrown = [each for each in self.events if each["method"] == "Runtime.exceptionThrown"]
        return [each["text"] for each in logged if each["level"] == "error"] + list(map(str, thrown))

    def close(self) -> None:
        os.close(self._write)
        os.close(self._read)
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._folder.cleanup()


def _pipe() -> tuple[int, int]:
    """The two ends of a pipe, with numbers above those that the browser expects."""
    import fcntl  # Windows has none

    ends = os.pipe()
    high = tuple(fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in ends)
    for end in ends:
        os.close(end)
    return high[0], high[1]


def opened(url: str, **shape: Any) -> tuple[Page, float]:
    """A page whose playground is ready, and the seconds from opening it to its first notes."""
    page = Page(**shape)
    start = time.perf_counter()
    page.open(url)
    page.until(
        "document.body && document.body.dataset.ready === 'true' && document.querySelector('#list li')", 300
    )
    return page, time.perf_counter() - start
