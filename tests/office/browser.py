"""Pages of HTML in headless Chromium, over the protocol of its developer tools."""

import base64
import itertools
import json
import os
import shutil
import subprocess
import time

import websocket

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--remote-debugging-port=0"]


def program():
    names = ["chromium", "chromium-browser", "google-chrome"]
    return next((path for path in map(shutil.which, names) if path), None)


class Browser:
    """One page of a browser of its own."""

    def __init__(self, folder):
        self.profile = os.path.join(folder, "chromium")
        log = open(os.path.join(folder, "chromium.log"), "wb")
        command = [program(), *FLAGS, "--remote-allow-origins=*", "--user-data-dir=" + self.profile, "about:blank"]
        self.process = subprocess.Popen(command, stdout=log, stderr=log)
        port = self.wait(lambda: open(os.path.join(self.profile, "DevToolsActivePort")).read().split())[0]
        import urllib.request
        pages = json.load(urllib.request.urlopen(f"http://127.0.0.1:{port}/json"))
        url = next(page["webSocketDebuggerUrl"] for page in pages if page["type"] == "page")
        self.socket = websocket.create_connection(url, timeout=60)
        self.numbers = itertools.count(1)
        self.requests = []
        for domain in ["Page", "Runtime", "Network"]:
            self.call(domain + ".enable")

    @staticmethod
    def wait(ask):
        for _ in range(300):
            try:
                if answer := ask():
                    return answer
            except OSError:
                pass
            time.sleep(0.1)
        raise AssertionError("the browser does not answer")

    def call(self, method, **parameters):
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            told = json.loads(self.socket.recv())
            if told.get("method") == "Network.requestWillBeSent":
                self.requests.append(told["params"]["request"]["url"])
            if told.get("id") == number:
                assert "error" not in told, (method, told)
                return told["result"]

    def open(self, path):
        self.call("Page.navigate", url="file://" + path)
        self.wait(lambda: self.run("document.readyState") == "complete" and self.run("location.href").endswith(path))

    def run(self, script):
        told = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def narrow(self, width):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=True)

    def pdf(self, path):
        data = self.call("Page.printToPDF", preferCSSPageSize=True)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def close(self):
        self.socket.close()
        self.process.terminate()
        self.process.wait(30)
