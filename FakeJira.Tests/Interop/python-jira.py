"""python-jira 3.4 asks the server what it is before anything else, and takes a project's schemes from their lists."""
import sys
import urllib.request
from urllib.parse import unquote

from jira import JIRA, JIRAError

url, email, token, account_id = sys.argv[1:]
jira = JIRA(server=url, basic_auth=(email, token), max_retries=0)
assert jira.myself()["accountId"] == account_id
assert unquote(jira.session().self).endswith(account_id)
assert any(field["id"] == "votes" for field in jira.fields())

jira.create_project("PYTHON", name="Python", assignee=account_id)
assert jira.project("PYTHON").lead.accountId == account_id
assert "PYTHON" in [project.key for project in jira.projects()]
roles = jira.project_roles("PYTHON")
role = jira.project_role("PYTHON", roles["Users"]["id"])
assert role.actors == []

issue = jira.create_issue(project="PYTHON", summary="Vote for me", issuetype={"name": "Task"})
jira.add_vote(issue)
jira.add_vote(issue.key)
votes = jira.votes(issue)
assert (votes.votes, votes.hasVoted, [voter.accountId for voter in votes.voters]) == (1, True, [account_id])
assert jira.issue(issue.key).fields.votes.votes == 1

# It knows only the search that the vendor has removed.
mine = "project = PYTHON AND voter = currentUser()"
try:
    jira.search_issues(mine)
    raise AssertionError("the removed search answers")
except JIRAError as error:
    assert error.status_code == 410
switch = urllib.request.Request(f"{url}/__fakejira/sites/default/settings", method="PATCH", data=b'{"legacySearch": true}')
with urllib.request.urlopen(switch, timeout=30) as answer:
    assert answer.status == 200
found = jira.search_issues(mine, fields="votes")
assert (found.total, [each.key for each in found], found[0].fields.votes.hasVoted) == (1, [issue.key], True)
jira.remove_vote(issue)
assert not jira.votes(issue).hasVoted
assert jira.search_issues(mine).total == 0
issue.delete()
try:
    jira.issue(issue.key)
    raise AssertionError("the issue is still there")
except JIRAError as error:
    assert error.status_code == 404
assert jira.delete_project("PYTHON")
