// One request with all there is to know of it.
import { button, el, fill } from '../dom.js';
import { copy } from '../clipboard.js';
import { curlOf, mappingOf } from '../copies.js';
import { momentOf, pretty, tookOf, words } from '../format.js';
import { explain, questionOf } from './explain.js';
import { nearest } from './nearest.js';
import { markOf, statusOf } from './requestrow.js';

/** explained is where it stands who would answer: the caller's, so that it stays when the request is read again. */
export function detailOf(request, api, explained) {
  const prefix = api.name === 'default' ? '' : `/__sites/${encodeURIComponent(api.name)}`;
  return [
    el('h2', { class: 'request-line' }, statusOf(request), ' ', el('span', { class: 'method' }, request.method), ' ', el('span', { class: 'breaks' }, request.path, request.query ? `?${request.query}` : '')),
    el('div', { class: 'actions' },
      button('Copy as curl', () => copy(curlOf(request), 'The request as curl'), { 'data-key': 'curl' }),
      button('Copy as mapping', () => copy(mappingOf(request, prefix), 'The request as a mapping file'), { 'data-key': 'mapping' }),
      button('Explain', async () => fill(explained, await explain(api, questionOf(request, prefix))), { 'data-key': 'explain' })),
    explained,
    el('dl', { class: 'facts' },
      fact('Who', request.who ?? '–'),
      fact('When, in UTC', momentOf(request.at)),
      fact('Took', tookOf(request.milliseconds, request.delay)),
      fact('Operation', request.operation ?? '–'),
      fact('Answered by', request.stub || 'nothing')),
    !request.matched && nearest(request.closest),
    request.decidedBy.length > 0 && el('section', {}, el('h3', {}, request.decidedBy.length > 1 ? 'Rules' : 'Rule'), el('ul', { class: 'rules' }, ...request.decidedBy.map(ruleOf))),
    request.decidedBy.length === 0 && request.rules && el('p', {}, 'Rule ', el('code', {}, request.rules)),
    request.findings?.length > 0 && el('section', {}, el('h3', {}, 'Findings'), el('ul', { class: 'rules' }, ...request.findings.map(finding => el('li', {}, el('p', {}, el('span', { class: `severity ${finding.severity}` }, finding.severity), ' ', finding.message))))),
    part('Request', request.headers, request.body),
    part('Answer', request.answerHeaders, request.answer),
  ];
}

const fact = (name, value) => el('div', {}, el('dt', {}, name), el('dd', {}, value));

const ruleOf = rule => el('li', {},
  el('p', {}, markOf(rule), ' ', el('code', {}, rule.id)),
  el('p', {}, rule.summary),
  el('p', { class: 'dim' }, `${words(rule.provenance)}: ${rule.source}`));

function part(title, headers, body) {
  return el('section', {}, el('h3', {}, title),
    el('details', {}, el('summary', {}, `${headers.length} headers`), el('dl', { class: 'headers' }, ...headers.map(({ name, value }) => el('div', {}, el('dt', {}, name), el('dd', {}, value))))),
    body ? el('pre', { tabindex: '0', 'aria-label': `${title} body` }, pretty(body)) : el('p', { class: 'dim' }, 'No body.'));
}
