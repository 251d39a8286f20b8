"""A client of idea banks in Python: python3 idea-bank.py ADDRESS TOKEN. Prints what each of its calls came to, a line each."""

import json
import sys

import requests

address, token = sys.argv[1:]


def vote_on(proposal):
    return f"{address}public/ideabank/proposals/{proposal}/vote"


def outcome(response, said):
    try:
        response.raise_for_status()
    except requests.HTTPError as error:
        return f"refused: {error.response.status_code}"
    return said(response)


def cast(key, proposal, vote):
    headers = {"Authorization": key, "Content-Type": "application/json"}
    response = requests.post(vote_on(proposal), headers=headers, json={"vote": vote}, timeout=30)
    return outcome(response, lambda answer: json.dumps(answer.json(), separators=(",", ":")))


def remove(key, proposal):
    response = requests.delete(vote_on(proposal), headers={"Authorization": key}, timeout=30)
    return outcome(response, lambda answer: f"removed: {answer.status_code}")


print(cast(token, "p-abc123", 1))
print(remove(token, "p-abc123"))
print(remove(token, "p-abc123"))
print(cast(token, "p-nowhere", 1))
print(cast(f"Bearer {token}", "p-abc123", 1))
print(cast(token, "p-abc123", 2))
print(cast(token, "p-abc123", -1))
