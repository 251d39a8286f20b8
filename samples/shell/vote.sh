#!/usr/bin/env bash
# A client of curl lines, tested against FakeJira: start it on a free port, a site for each test, seed, test, verify, coverage at the end.
set -euo pipefail

# The code under test: votes for an issue of the Jira at $1, and prints the status.
vote() {
  curl -s -m 10 -o /dev/null -w '%{http_code}' -u mia@example.com:mia-token -X POST "$1/rest/api/3/issue/$2/votes"
}

folder=$(mktemp -d)
fakejira --port 0 --ready-file "$folder/ready.json" --exit-with-parent --coverage "$folder/coverage" >/dev/null &
server=$!
trap 'kill $server 2>/dev/null || true; rm -rf "$folder"' EXIT
for _ in $(seq 300); do
  [ -f "$folder/ready.json" ] && break
  kill -0 $server || exit 1
  sleep 0.1
done
url=$(sed 's/.*"url":"\([^"]*\)".*/\1/' "$folder/ready.json")

control() { # method, path, body
  curl -sf -m 10 -X "$1" "$url/__fakejira$2" ${3:+-d "$3"}
}
site() { # name: a site with the examples of the vendors' pages and an issue of our own; where it is
  control POST /sites "{\"name\": \"$1\", \"seed\": \"vendor\"}" >/dev/null
  control POST "/sites/$1/jira" '{"issues": [{"key": "MKY-9", "summary": "Dark mode"}]}' >/dev/null
  echo "$url/__sites/$1"
}
expect() { # what is expected, what was found
  [ "$1" = "$2" ] || { echo "line ${BASH_LINENO[0]}: expected $1, found $2"; exit 1; }
}

# A vote is cast.
jira=$(site cast)
expect 204 "$(vote "$jira" MKY-9)"
expect 1 "$(curl -s -m 10 -u mia@example.com:mia-token "$jira/rest/api/3/issue/MKY-9/votes" | sed 's/.*"votes":\([0-9]*\).*/\1/')"
expect 1 "$(control GET '/sites/cast/requests?operation=jira.votes.add' | sed -n 's/^  "total": \([0-9]*\).*/\1/p')"

# Where voting is switched off, nobody votes.
jira=$(site off)
control PATCH /sites/off/settings '{"jira.votingEnabled": false}' >/dev/null
expect 404 "$(vote "$jira" MKY-9)"

kill $server
wait $server
fakejira coverage "$folder/coverage" --of jira.votes.add
echo "two tests of a shell script passed"
