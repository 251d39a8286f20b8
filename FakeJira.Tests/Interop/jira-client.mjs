// jira-client has no votes of its own: its generic request does them.
import assert from 'node:assert/strict';
import JiraApi from 'jira-client';

const [url, username, password, accountId] = process.argv.slice(2);
const { protocol, hostname, port } = new URL(url);
const jira = new JiraApi({ protocol: protocol.slice(0, -1), host: hostname, port, username, password, apiVersion: '3', strictSSL: false });
const votes = (key, method) => jira.doRequest(jira.makeRequestHeader(jira.makeUri({ pathname: `/issue/${key}/votes` }), { method, json: true }));

assert.equal((await jira.getCurrentUser()).accountId, accountId);
await jira.createProject({ key: 'CLIENT', name: 'Client', projectTypeKey: 'software', leadAccountId: accountId });
assert.equal((await jira.getProject('CLIENT')).key, 'CLIENT');
const created = await jira.addNewIssue({ fields: { project: { key: 'CLIENT' }, issuetype: { name: 'Task' }, summary: 'Vote for me' } });
await votes(created.key, 'POST');
assert.deepEqual((await votes(created.key, 'GET')).voters.map(voter => voter.accountId), [accountId]);
assert.equal((await jira.findIssue(created.key)).fields.votes.votes, 1);
// It knows only the search that the vendor has removed.
const mine = { jql: `project = CLIENT AND voter = currentUser()` };
await assert.rejects(jira.searchJira(mine.jql), /has been removed/);
const switched = await fetch(new URL('/__fakejira/sites/default/settings', url), { method: 'PATCH', body: JSON.stringify({ legacySearch: true }) });
assert.equal(switched.status, 200);
const found = await jira.searchJira(mine.jql, { fields: ['votes'] });
assert.deepEqual([found.total, found.issues.map(issue => [issue.key, issue.fields.votes.hasVoted])], [1, [[created.key, true]]]);
await votes(created.key, 'DELETE');
assert.equal((await jira.searchJira(mine.jql)).total, 0);
assert.equal((await votes(created.key, 'GET')).hasVoted, false);
await jira.deleteIssue(created.key);
await assert.rejects(jira.findIssue(created.key), /Issue does not exist/);
