// What clients sent beyond what is documented, and how they behaved: grouped by what it is, the warnings first.
import { button, el, fill } from '../dom.js';
import { count, some, words } from '../format.js';
import { attempt, mistakes } from '../notices.js';
import { settled } from '../settled.js';

const EVERY = 1000;
const SHOWN = 12;

export const findings = {
  name: 'findings',
  title: 'Findings',
  open(main, { api }) {
    const notes = el('input', { type: 'checkbox', id: 'with-notes' });
    const where = el('span', { class: 'dim', role: 'status' });
    const body = el('div', { class: 'stack' }, el('p', { class: 'dim' }, 'Loading…'));
    fill(main, el('h1', {}, 'Findings'),
      el('div', { class: 'toolbar' },
        el('span', { class: 'check' }, notes, el('label', { for: 'with-notes' }, 'with notes')), el('span', { class: 'grow' }), where,
        button('Forget all', () => attempt('The findings were not forgotten', () => api.send('DELETE', '/findings'), 'All findings forgotten.').then(refresh))),
      body);

    const refresh = settled(async () => {
      try {
        const report = await api.get(`/findings${notes.checked ? '' : '?severity=warning'}`);
        const kinds = Map.groupBy(report.findings, finding => finding.kind);
        const ordered = [...kinds].sort(([, some], [, other]) => rankOf(some) - rankOf(other) || other.length - some.length);
        where.textContent = `${some(report.total, 'finding')}${report.unchecked > 0 ? `, ${some(report.unchecked, 'request')} no longer kept` : ''}`;
        fill(body, report.total === 0 && el('p', { class: 'dim' }, 'Nothing: the requests are as the vendors document them.'), ...ordered.map(sectionOf));
      } catch (error) {
        fill(body, el('div', { role: 'alert', class: 'problem' }, mistakes(error), button('Try again', refresh)));
      }
    }, EVERY);

    const sectionOf = ([kind, all]) => el('section', { class: 'finding', 'aria-label': words(kind) },
      el('h2', {}, el('span', { class: `severity ${all[0].severity}` }, all[0].severity), ' ', words(kind), el('span', { class: 'dim' }, ` ${count(all.length)}`)),
      el('ul', {}, ...all.slice(-SHOWN).reverse().map(finding => el('li', {},
        el('p', {}, finding.message),
        el('a', { class: 'dim breaks', href: `#/${encodeURIComponent(api.name)}/requests/${finding.request}`, 'data-key': `${kind} ${finding.request}` }, `${finding.request} ${finding.method} ${finding.path}`)))),
      all.length > SHOWN && el('p', { class: 'dim' }, `and ${some(all.length - SHOWN, 'earlier one')}`));

    notes.addEventListener('change', refresh);
    refresh();
    return { requests: refresh, changed: parts => { if (parts.has('requests') || parts.has('state')) { refresh(); } } };
  },
};

const rankOf = all => all[0].severity === 'warning' ? 0 : 1;
