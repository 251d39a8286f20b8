import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createCloudClient } from 'jira.js';
import { startFakeJira } from './fakejira.mjs';
import { VoteButton } from './vote-button.mjs';

const state = {
  jira: {
    users: [{ accountId: 'mia', displayName: 'Mia Krystof', email: 'mia@example.com', apiToken: 'mia-token' }],
    projects: [{ key: 'MKY' }],
    issues: [{ key: 'MKY-1', summary: 'Dark mode' }],
  },
};
const client = site => createCloudClient({ host: site.baseUrl, auth: { type: 'basic', email: 'mia@example.com', apiToken: 'mia-token' } });
let fake;

before(async () => { fake = await startFakeJira(); });
after(() => fake.stop());

test('two clicks are one vote', async test => {
  const site = await fake.site(test, state);
  const button = new VoteButton(client(site), 'MKY-1');

  assert.equal(await button.click(), '1 votes');
  assert.equal(await button.click(), '1 votes');

  const { requests } = await site.control('GET', '/requests?operation=jira.votes.add');
  assert.deepEqual(requests.map(request => [request.who, request.status]), [['Mia Krystof', 204], ['Mia Krystof', 204]]);
});

test('where voting is switched off the button says so', async test => {
  const site = await fake.site(test, state);
  const button = new VoteButton(client(site), 'MKY-1');
  assert.equal(await button.click(), '1 votes');

  await site.control('PATCH', '/settings', { 'jira.votingEnabled': false });

  assert.equal(await button.click(), 'voting is off');
});
