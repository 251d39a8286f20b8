// jira.js 6 checks every answer against its schemas; AUDIT_SCHEMAS makes them strict, so that a member it does not know is noted, too.
import assert from 'node:assert/strict';
import { createCloudClient } from 'jira.js';

const [host, email, apiToken, accountId] = process.argv.slice(2);
const jira = createCloudClient({ host, auth: { type: 'basic', email, apiToken } });

const info = await jira.serverInfo.getServerInfo();
assert.equal(info.deploymentType, 'Cloud');
const me = await jira.myself.getCurrentUser({ expand: 'groups,applicationRoles' });
assert.equal(me.accountId, accountId);
assert.equal((await jira.jiraSettings.getConfiguration()).votingEnabled, true);

const project = await jira.projects.createProject({ key: 'SIX', name: 'Six', projectTypeKey: 'software', leadAccountId: accountId });
assert.equal(project.key, 'SIX');
assert.equal((await jira.projects.getProject({ projectIdOrKey: 'SIX' })).lead.accountId, accountId);
const { permissions } = await jira.permissions.getMyPermissions({ permissions: 'BROWSE_PROJECTS,VIEW_VOTERS_AND_WATCHERS' });
assert.equal(permissions.BROWSE_PROJECTS.havePermission, true);
const page = await jira.projects.searchProjects({ query: 'six' });
assert.deepEqual(page.values.map(each => each.key), ['SIX']);
assert.ok((await jira.issueFields.getFields()).some(field => field.id === 'votes'));

const created = await jira.issues.createIssue({ fields: { project: { key: 'SIX' }, issuetype: { name: 'Task' }, summary: 'Vote for me' } });
assert.equal(created.key, 'SIX-1');
await jira.issueVotes.addVote({ issueIdOrKey: created.key });
await jira.issueVotes.addVote({ issueIdOrKey: created.id });
const votes = await jira.issueVotes.getVotes({ issueIdOrKey: created.key });
assert.deepEqual([votes.votes, votes.hasVoted, votes.voters.map(voter => voter.accountId)], [1, true, [accountId]]);
const issue = await jira.issues.getIssue({ issueIdOrKey: created.key });
assert.equal(issue.fields.votes.votes, 1);
const found = await jira.issueSearch.searchAndReconsileIssuesUsingJql({ jql: 'project = SIX AND votes >= 1', fields: ['votes', 'summary'] });
assert.deepEqual(found.issues.map(each => each.key), [created.key]);
await jira.issueVotes.removeVote({ issueIdOrKey: created.key });
assert.equal((await jira.issueVotes.getVotes({ issueIdOrKey: created.key })).hasVoted, false);
await jira.issues.deleteIssue({ issueIdOrKey: created.key });
await assert.rejects(jira.issueVotes.getVotes({ issueIdOrKey: created.key }), error => error.status === 404);
await jira.projects.deleteProject({ projectIdOrKey: 'SIX' });

// Where the library keeps what its strict schemas did not know.
assert.deepEqual(globalThis[Symbol.for('apis-code-gen.schemaAudit')] ?? [], []);
