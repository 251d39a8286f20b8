// Polls with what was voted, as bars.
import { bar, button, el, fill } from '../dom.js';
import { count, some } from '../format.js';
import { listing } from '../listing.js';
import { attempt } from '../notices.js';

export const polls = {
  name: 'polls',
  title: 'Polls',
  open(main, { api }) {
    const list = listing({
      label: 'polls',
      size: 20,
      load: text => api.get(`/polls${text}`),
      show: page => page.total === 0
        ? el('p', { class: 'dim' }, 'No polls. A client makes them, or a seed file has them.')
        : el('div', { class: 'cards' }, ...page.polls.map(cardOf)),
    });
    fill(main, el('h1', {}, 'Polls'), list.element);

    const cardOf = poll => el('article', { class: 'card', 'aria-label': poll.title || poll.id },
      el('h2', {}, poll.title || el('span', { class: 'dim' }, 'no title')),
      el('p', { class: 'dim breaks' }, `${poll.place} · ${poll.product} · ${some(poll.participants, 'participant')} · ${some(poll.votes, 'vote')} · average ${poll.average}`),
      el('ol', { class: 'results' }, ...poll.options.map(option => el('li', {},
        el('span', { class: 'option' }, option.title || option.id),
        bar(option.percentage),
        el('span', { class: 'number' }, `${count(option.votes)} · ${option.percentage}%`),
        button('+1', () => vote(poll, option), { class: 'quiet', 'aria-label': `One more vote for ${option.title || option.id}`, 'data-key': `${poll.id}/${option.id}` })))),
      el('p', { class: 'dim breaks small' }, poll.id));

    const vote = (poll, option) => attempt('The vote was not counted', () => api.send('PUT', `/polls/${encodeURIComponent(poll.endpoint)}/${encodeURIComponent(poll.id)}/results`, {
      participants: poll.participants + 1,
      votes: Object.fromEntries(poll.options.map(each => [each.id, each.votes + (each === option ? 1 : 0)])),
    }), `One more vote for ${option.title || option.id}.`);

    return { changed: parts => { if (parts.has('polls') || parts.has('state')) { list.refresh(); } } };
  },
};
