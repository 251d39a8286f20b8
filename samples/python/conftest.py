"""Starts FakeJira once for a test run, and makes a site of its own for each test."""
import itertools
import json
import subprocess
import time
import urllib.request

import pytest

numbers = itertools.count(1)


def control(url, method, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{url}/__fakejira{path}", data, {"Content-Type": "application/json"}, method=method)
    with urllib.request.urlopen(request, timeout=10) as answer:
        text = answer.read()
    return json.loads(text) if text else None


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fakejira")
    ready, coverage = folder / "ready.json", folder / "coverage"
    command = ["fakejira", "--port", "0", "--ready-file", ready, "--exit-with-parent", "--coverage", coverage]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    deadline = time.monotonic() + 30
    while not ready.exists():
        assert process.poll() is None and time.monotonic() < deadline, "FakeJira has not started"
        time.sleep(0.02)
    yield json.loads(ready.read_text())["url"]
    process.terminate()
    process.wait(10)
    # Which answers to a vote the client was never shown.
    print(subprocess.run(["fakejira", "coverage", coverage, "--of", "jira.votes.add"], check=True, capture_output=True, text=True).stdout)


class Site:
    """An isolated site; what a test does here, no other sees."""

    def __init__(self, server, seed):
        self.server, self.name = server, f"test-{next(numbers)}"
        self.url = control(server, "POST", "/sites", {"name": self.name, "seed": seed})["baseUrl"]

    def control(self, method, path, body=None):
        return control(self.server, method, f"/sites/{self.name}{path}", body)


@pytest.fixture
def site(server):
    site = Site(server, {
        "jira": {
            "users": [{"accountId": "mia", "displayName": "Mia Krystof", "email": "mia@example.com", "apiToken": "mia-token"}],
            "projects": [{"key": "MKY"}],
            "issues": [{"key": "MKY-1", "summary": "Dark mode"}],
        }
    })
    yield site
    site.control("DELETE", "")
