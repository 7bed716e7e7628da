"""A page in headless Chromium, driven by its DevTools protocol over two pipes."""

import base64
import fcntl
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

FLAGS = (
    "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage --remote-debugging-pipe"
).split()
PATIENCE = 60
# The browser reads from file 3 and writes to file 4.
PLACE_PIPES = """import os, sys
os.dup2(int(sys.argv[1]), 3)
os.dup2(int(sys.argv[2]), 4)
os.execv(sys.argv[3], sys.argv[3:])"""


def find_chromium() -> str | None:
    """The path of a Chromium, or None where there is none."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class Browser:
    """One tab. `events` are what it told of the page now open, as (method, parameters)."""

    def __init__(self, commands: int, replies: int):
        self._commands = commands
        self._messages: queue.Queue[dict[str, Any]] = queue.Queue()
        self._number = 0
        self._session: str | None = None
        self.events: list[tuple[str, dict[str, Any]]] = []
        threading.Thread(target=self._read, args=(replies,), daemon=True).start()

    def attach(self) -> None:
        """Open a tab and listen to its console, its network and its page."""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "Security"):
            self.send(f"{domain}.enable")

    def _read(self, replies: int) -> None:
        with open(replies, "rb") as stream:
            pending = b""
            while chunk := stream.read1(1 << 16):
                *whole, pending = (pending + chunk).split(b"\0")
                for message in whole:
                    self._messages.put(json.loads(message))

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method of the protocol and return its result."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while True:
            reply = self._next()
            if reply.get("id") == self._number:
                assert "error" not in reply, f"{method}: {reply['error']}"
                return reply["result"]

    def _next(self) -> dict[str, Any]:
        message = self._messages.get(timeout=PATIENCE)
        if "method" in message:
            self.events.append((message["method"], message["params"]))
        return message

    def open(self, page: Path, *, width: int = 1280, height: int = 900) -> None:
        """Load the page in a window of that size and wait until all of it is there."""
        self.resize(width, height)
        self.events.clear()
        self.send("Page.navigate", url=page.as_uri())
        while not any(method == "Page.loadEventFired" for method, _ in self.events):
            self._next()

    def resize(self, width: int, height: int) -> None:
        """Give the window another size; narrow ones count as phones."""
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )

    def run(self, script: str) -> Any:
        """The value of a JavaScript expression in the page."""
        reply = self.send("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in reply, reply["exceptionDetails"]
        return reply["result"].get("value")

    def press(self, key: str, code: str, text: str = "") -> None:
        """Press a key where the focus is."""
        for kind in ("keyDown", "keyUp"):
            self.send("Input.dispatchKeyEvent", type=kind, key=key, code=code, text=text)

    def screenshot(self, path: Path) -> None:
        """Save a picture of the whole page."""
        size = self.send("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}
        reply = self.send("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
        path.write_bytes(base64.b64decode(reply["data"]))

    def complaints(self) -> list[str]:
        """Errors and warnings of the console, and what the page's own policy stopped."""
        found = []
        for method, about in self.events:
            if method == "Runtime.exceptionThrown":
                found.append(about["exceptionDetails"]["text"])
            elif method == "Runtime.consoleAPICalled" and about["type"] in ("error", "warning", "assert"):
                found.append(str(about["args"]))
            elif method == "Log.entryAdded" and about["entry"]["level"] in ("error", "warning"):
                found.append(about["entry"]["text"])
        return found

    def requests(self) -> list[str]:
        """The addresses the page asked for, itself included; what is inside the page is not asked for."""
        sent = [about for method, about in self.events if method == "Network.requestWillBeSent"]
        addresses = [about["request"]["url"] for about in sent]
        return [address for address in addresses if not address.startswith("data:")]


@contextmanager
def open_browser(chromium: str) -> Iterator[Browser]:
    """A browser with an empty profile of its own."""
    ours_in, theirs_out = os.pipe()
    theirs_in, ours_out = os.pipe()
    # Above 9, so that neither end is in the other's place.
    theirs = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (theirs_in, theirs_out)]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [chromium, *FLAGS, f"--user-data-dir={profile}"]
        process = subprocess.Popen(
            [sys.executable, "-c", PLACE_PIPES, *map(str, theirs), *command],
            pass_fds=theirs,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        for end in (*theirs, theirs_in, theirs_out):
            os.close(end)
        try:
            browser = Browser(ours_out, ours_in)
            browser.attach()
            yield browser
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            os.close(ours_out)
