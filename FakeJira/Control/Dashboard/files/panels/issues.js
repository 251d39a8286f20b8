// Issues with their votes, and who has voted.
import { query } from '../api.js';
import { button, el, fill, table } from '../dom.js';
import { count, some } from '../format.js';
import { listing } from '../listing.js';
import { attempt } from '../notices.js';
import { withPane } from '../pane.js';
import { chooser } from '../chooser.js';

const VOTERS = 200;

export const issues = {
  name: 'issues',
  title: 'Issues',
  open(main, { api, go }, rest) {
    let chosen = null;
    const list = listing({
      label: 'issues',
      load: text => api.get(`/jira/issues${text}`),
      orders: { '': 'by key', votes: 'most votes first' },
      show: page => page.total === 0
        ? el('p', { class: 'dim' }, 'No issues. Load a seed file, or add some through the control API or a client.')
        : table('Issues', ['Key', 'Summary', 'Status', ['Reporter', 'second'], ['Votes', 'number']], el('tbody', {}, ...page.issues.map(rowOf))),
    });
    const pane = withPane(list.element, { label: 'Issue', load: async key => detailOf(await api.get(`/jira/issues/${encodeURIComponent(key)}/voters${query({ limit: VOTERS })}`)), close: () => go() });
    const voter = chooser({
      label: 'Cast a vote as',
      placeholder: 'name or email',
      load: async text => (await api.get(`/jira/users${query({ search: text, limit: 20 })}`)).users.map(user => ({ value: user.accountId, text: `${user.displayName} · ${user.email}` })),
      action: 'Vote',
      choose: (accountId, name) => attempt('The vote was not cast', () => api.send('PUT', vote(accountId)), `${name} has voted for ${chosen}.`),
    });
    fill(main, el('h1', {}, 'Issues'), pane.element);

    const vote = accountId => `/jira/issues/${encodeURIComponent(chosen)}/votes/${encodeURIComponent(accountId)}`;

    const rowOf = issue => el('tr', { class: issue.key === chosen ? 'chosen' : '' },
      el('td', { class: 'nowrap' }, el('a', { href: `#/${encodeURIComponent(api.name)}/issues/${encodeURIComponent(issue.key)}`, 'data-key': issue.key, 'aria-current': String(issue.key === chosen) }, issue.key)),
      el('td', {}, issue.summary),
      el('td', { class: 'nowrap' }, issue.resolution ? `${issue.status} · ${issue.resolution}` : issue.status),
      el('td', { class: 'second' }, issue.reporter),
      el('td', { class: 'number' }, count(issue.votes)));

    const detailOf = ({ issue, total, voters }) => [
      el('h2', {}, issue.key),
      el('p', {}, issue.summary),
      el('p', { class: 'dim' }, `${issue.type} · ${issue.status} · reported by ${issue.reporter} · ${some(issue.watchers, 'watcher')} · ${some(issue.comments, 'comment')}`),
      voter,
      el('h3', {}, some(total, 'vote')),
      el('ul', { class: 'people' }, ...voters.map(user => el('li', {}, el('span', {}, user.displayName), el('span', { class: 'dim' }, user.email),
        button('Withdraw', () => attempt('The vote was not withdrawn', () => api.send('DELETE', vote(user.accountId)), `The vote of ${user.displayName} is withdrawn.`), { class: 'quiet', 'aria-label': `Withdraw the vote of ${user.displayName}`, 'data-key': user.accountId })))),
      total > voters.length && el('p', { class: 'dim' }, `and ${some(total - voters.length, 'other')}`),
    ];

    function choose([key]) {
      chosen = key ?? null;
      pane.choose(chosen);
      list.refresh();
    }

    choose(rest);
    return {
      navigate: choose,
      escape: () => go(),
      changed: parts => {
        if (parts.has('jira') || parts.has('state')) {
          list.refresh();
          pane.refresh();
        }
      },
    };
  },
};
