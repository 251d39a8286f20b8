"""What a client does around a vote: it looks people up, gives roles, writes comments, changes and moves issues, and reads lists in pages."""
import sys
import urllib.request

from jira import JIRA, JIRAError

url, email, token, account_id = sys.argv[1:]
jira = JIRA(server=url, basic_auth=(email, token), max_retries=0)
documents = JIRA(server=url, basic_auth=(email, token), max_retries=0, options={"rest_api_version": "3"})
switch = urllib.request.Request(f"{url}/__fakejira/sites/default/settings", method="PATCH", data=b'{"legacySearch": true}')
with urllib.request.urlopen(switch, timeout=30) as answer:
    assert answer.status == 200


def refused(status, call, *arguments, **named):
    try:
        call(*arguments, **named)
    except JIRAError as error:
        assert error.status_code == status, error
        return error.text
    raise AssertionError(f"{call} answers")


jira.create_project("AROUND", name="Around", assignee=account_id)
assert jira.project("AROUND", expand="projectKeys").projectKeys == ["AROUND"]
assert all(project.projectKeys for project in jira.projects(expand="projectKeys"))
assert [type_["name"] for type_ in jira.createmeta(projectKeys="AROUND", issuetypeNames="Bug")["projects"][0]["issuetypes"]] == ["Bug"]
assert jira.my_permissions(projectKey="AROUND", permissions="BROWSE_PROJECTS")["permissions"]["BROWSE_PROJECTS"]["havePermission"]

# People: it looks everybody up by the query, also who is given by account id.
assert [user.accountId for user in jira.search_users(query=email)] == [account_id]
assert [user.accountId for user in jira.search_assignable_users_for_issues(query=email, project="AROUND")] == [account_id]
role = jira.project_role("AROUND", jira.project_roles("AROUND")["Users"]["id"])
role.add_user(account_id)
role.update(users=account_id)
assert [actor.actorUser.accountId for actor in jira.project_role("AROUND", role.id).actors] == [account_id]

issue = jira.create_issue(project="AROUND", summary="First", issuetype={"name": "Task"}, description="one\ntwo", labels=["a"], priority={"name": "High"})
assert issue.fields.priority.name == "High"
jira.assign_issue(issue, account_id)
assert jira.issue(issue.key).fields.assignee.accountId == account_id
jira.assign_issue(issue, None)
assert jira.issue(issue.key).fields.assignee is None
jira.assign_issue(issue, "-1")
jira.remove_watcher(issue, account_id)
assert (jira.watchers(issue).watchCount, jira.search_issues("watcher = currentUser()").total) == (0, 0)
jira.add_watcher(issue, account_id)
assert [watcher.accountId for watcher in jira.watchers(issue).watchers] == [account_id]
assert jira.search_issues("issue in watchedIssues()").total == 1

# Both formats of text.
description = documents.issue(issue.key).fields.description
assert [part.type for part in description.content[0].content] == ["text", "hardBreak", "text"]
documents.issue(issue.key).update(description={"type": "doc", "version": 1, "content": [{"type": "paragraph", "content": [{"type": "text", "text": "from three"}]}]})
assert jira.issue(issue.key).fields.description == "from three"
assert jira.search_issues('description ~ "three"', fields="description")[0].fields.description == "from three"
assert documents.search_issues(f"key = {issue.key}", fields="description")[0].raw["fields"]["description"]["type"] == "doc"

for number in range(5):
    jira.add_comment(issue, f"Comment {number}")
hidden = jira.add_comment(issue, "Hidden", visibility={"type": "role", "value": "Administrators"})
assert (hidden.visibility.type, hidden.visibility.value) == ("role", "Administrators")
hidden.delete()
comments = jira.comments(issue)
assert [comment.body for comment in comments] == [f"Comment {number}" for number in range(5)]
comments[0].update(body="changed")
assert jira.comment(issue, comments[0].id).body == "changed"
assert jira.search_issues('comment ~ "changed"').total == 1
assert documents.comment(issue, comments[0].id).body.type == "doc"

issue.update(summary="Second", fields={"labels": ["b"]})
issue.add_field_value("labels", "c")
issue.update(notify=False, update={"labels": [{"remove": "b"}]})
assert (jira.issue(issue.key).fields.summary, jira.issue(issue.key).fields.labels) == ("Second", ["c"])
refused(400, issue.update, fields={"labels": ["with space"]})
jira.transition_issue(issue, "Done", comment="enough", resolution={"name": "Done"})
done = jira.issue(issue.key, expand="changelog")
assert (done.fields.status.name, done.fields.resolution.name, done.fields.comment.comments[-1].body) == ("Done", "Done", "enough")
assert "status" in [item.field for item in done.changelog.histories[0].items]

others = jira.create_issues([{"project": "AROUND", "summary": f"Many {number}", "issuetype": {"name": "Bug"}} for number in range(4)])
assert [other["status"] for other in others] == ["Success"] * 4
page = jira.search_issues("project = AROUND ORDER BY key", startAt=2, maxResults=2)
assert ([each.key for each in page], page.total) == (["AROUND-3", "AROUND-4"], 5)
assert len(jira.search_issues("project = AROUND", maxResults=False)) == 5
assert "does not exist" in refused(400, jira.search_issues, "project = NOPE")

jira.add_vote(issue)
assert jira.votes(issue).hasVoted
jira.remove_vote(issue)
assert jira.votes(issue).votes == 0
for each in jira.search_issues("project = AROUND"):
    each.delete()
for call in (jira.issue, jira.votes, jira.watchers, jira.comments, jira.transitions, jira.editmeta):
    refused(404, call, issue.key)
assert jira.delete_project("AROUND")
