// Proposals with their scores, and who has voted how.
import { button, el, fill, table } from '../dom.js';
import { count, momentOf, some } from '../format.js';
import { listing } from '../listing.js';
import { attempt } from '../notices.js';
import { withPane } from '../pane.js';

export const ideas = {
  name: 'ideas',
  title: 'Ideas',
  open(main, { api, go }, rest) {
    let chosen = null;
    const list = listing({
      label: 'proposals',
      load: text => api.get(`/ideabank/proposals${text}`),
      orders: { '': 'highest score first', recent: 'latest first' },
      show: page => page.total === 0
        ? el('p', { class: 'dim' }, 'No proposals. Panelists submit them, or a seed file has them.')
        : table('Proposals', ['Title', ['Bank', 'second'], 'Status', ['Votes', 'number'], ['Score', 'number']], el('tbody', {}, ...page.proposals.map(rowOf))),
    });
    const pane = withPane(list.element, { label: 'Proposal', load: async id => detailOf(await api.get(`/ideabank/proposals/${encodeURIComponent(id)}/votes?limit=200`)), close: () => go() });
    fill(main, el('h1', {}, 'Ideas'), pane.element);

    const rowOf = proposal => el('tr', { class: proposal.id === chosen ? 'chosen' : '' },
      el('td', {}, el('a', { href: `#/${encodeURIComponent(api.name)}/ideas/${encodeURIComponent(proposal.id)}`, 'data-key': proposal.id, 'aria-current': String(proposal.id === chosen) }, proposal.title || proposal.id)),
      el('td', { class: 'second' }, proposal.bank),
      el('td', { class: 'nowrap' }, proposal.mergedInto ? `merged into ${proposal.mergedInto}` : proposal.status),
      el('td', { class: 'number' }, count(proposal.votes)),
      el('td', { class: 'number score' }, proposal.score > 0 ? `+${count(proposal.score)}` : count(proposal.score)));

    const detailOf = ({ proposal, total, panelists }) => [
      el('h2', {}, proposal.title || proposal.id),
      el('p', { class: 'dim breaks' }, `${proposal.id} · ${proposal.bank} · ${proposal.status} · submitted ${momentOf(proposal.createdAt)}`),
      el('p', {}, `Score ${count(proposal.score)} of ${some(proposal.votes, 'vote')}`),
      el('h3', {}, some(total, 'panelist')),
      el('ul', { class: 'people' }, ...panelists.map(panelist => el('li', {}, el('span', {}, panelist.id),
        el('span', { class: 'choice', role: 'group', 'aria-label': `Vote of ${panelist.id}` }, ...[[1, 'for'], [-1, 'against'], [null, 'none']].map(([value, label]) =>
          button(label, () => vote(panelist.id, value), { 'aria-pressed': String(panelist.vote === value), 'data-key': `${panelist.id} ${label}` })))))),
      total === 0 && el('p', { class: 'dim' }, 'Panelists are known once a tenant has let them in.'),
    ];

    const vote = (panelist, value) => attempt('The vote was not changed', () => value === null
      ? api.send('DELETE', `/ideabank/proposals/${encodeURIComponent(chosen)}/votes/${encodeURIComponent(panelist)}`)
      : api.send('PUT', `/ideabank/proposals/${encodeURIComponent(chosen)}/votes/${encodeURIComponent(panelist)}`, { vote: value }), `${panelist}: ${value === 1 ? 'for' : value === -1 ? 'against' : 'no vote'}.`);

    function choose([id]) {
      chosen = id ?? null;
      pane.choose(chosen);
      list.refresh();
    }

    choose(rest);
    return {
      navigate: choose,
      escape: () => go(),
      changed: parts => {
        if (parts.has('ideabank') || parts.has('state')) {
          list.refresh();
          pane.refresh();
        }
      },
    };
  },
};
