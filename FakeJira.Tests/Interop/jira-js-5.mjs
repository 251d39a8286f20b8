// jira.js 5, both of its clients: versions 2 and 3 of the API.
import assert from 'node:assert/strict';
import * as jiraJs from 'jira.js-5';

const [host, email, apiToken, accountId] = process.argv.slice(2);
for (const [Client, key, description] of [[jiraJs.Version2Client, 'FVTWO', 'plain'], [jiraJs.Version3Client, 'FVTHREE', { type: 'doc', version: 1, content: [] }]]) {
  const jira = new Client({ host, authentication: { basic: { email, apiToken } } });
  assert.equal((await jira.serverInfo.getServerInfo()).deploymentType, 'Cloud');
  assert.equal((await jira.myself.getCurrentUser()).accountId, accountId);
  await jira.projects.createProject({ key, name: key, projectTypeKey: 'software', leadAccountId: accountId });
  const created = await jira.issues.createIssue({ fields: { project: { key }, issuetype: { name: 'Task' }, summary: 'Vote for me', description } });
  await jira.issueVotes.addVote({ issueIdOrKey: created.key });
  await jira.issueVotes.addVote({ issueIdOrKey: created.key });
  const votes = await jira.issueVotes.getVotes({ issueIdOrKey: created.key });
  assert.deepEqual([votes.votes, votes.hasVoted, votes.voters.map(voter => voter.accountId)], [1, true, [accountId]]);
  const found = await jira.issueSearch.searchForIssuesUsingJqlEnhancedSearch({ jql: `project = ${key}`, fields: ['votes'] });
  assert.equal(found.issues[0].fields.votes.hasVoted, true);
  await jira.issueVotes.removeVote({ issueIdOrKey: created.key });
  assert.equal((await jira.issueVotes.getVotes({ issueIdOrKey: created.key })).votes, 0);
  await jira.issues.deleteIssue({ issueIdOrKey: created.key });
  await assert.rejects(jira.issues.getIssue({ issueIdOrKey: created.key }), error => error.status === 404);
  await jira.projects.deleteProject({ projectIdOrKey: key });
}
