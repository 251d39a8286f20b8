// Who would answer a request now, and why the others would not.
import { el, table } from '../dom.js';
import { mistakes } from '../notices.js';

/** The question that a request of the journal puts. */
export const questionOf = (request, prefix) => ({
  method: request.method,
  path: (request.path.startsWith(prefix) ? request.path.slice(prefix.length) : request.path) + (request.query ? `?${request.query}` : ''),
  headers: Object.fromEntries(request.headers.map(({ name, value }) => [name, value])),
  ...(request.body ? { body: request.body } : {}),
});

/** The answer to it, shown in place. */
export async function explain(api, question) {
  try {
    const { chosen, candidates } = await api.send('POST', '/explain', question);
    return el('section', {}, el('h3', {}, 'Who would answer it now'),
      candidates.length === 0
        ? el('p', {}, 'Nothing: no mapping and no operation has this path.')
        : el('div', { class: 'nearest' }, table('Candidates in the order in which they are asked', [['Priority', 'number'], 'Candidate', 'What decides'], el('tbody', {}, ...candidates.map(each =>
          el('tr', { class: each.stub === chosen && each.matches ? '' : 'same' }, el('td', { class: 'number' }, each.priority), el('th', { scope: 'row' }, each.stub), el('td', { class: 'breaks plain' }, each.verdict)))))));
  } catch (error) {
    return el('section', { role: 'alert', class: 'problem' }, mistakes(error));
  }
}
