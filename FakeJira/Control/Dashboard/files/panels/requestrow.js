// One line of the journal.
import { el, hidden } from '../dom.js';
import { timeOf, tookOf, words } from '../format.js';

const MARKS = { Documented: 'D', DocumentedElsewhere: 'D2', Observed: 'O', Inferred: 'I', Assumed: 'A' };

export function rowOf(entry, site) {
  return el('tr', { 'data-number': entry.number, class: entry.matched ? '' : 'unmatched' },
    el('td', { class: 'number dim' }, entry.number),
    el('td', { class: 'dim second' }, timeOf(entry.at)),
    el('td', { class: 'method' }, entry.method),
    el('td', { class: 'path' }, el('a', { href: `#/${encodeURIComponent(site)}/requests/${entry.number}`, title: pathOf(entry) }, entry.path, entry.query ? el('span', { class: 'dim' }, `?${entry.query}`) : null)),
    el('td', { class: 'second' }, entry.who ?? ''),
    el('td', {}, statusOf(entry)),
    el('td', { class: 'rule', title: entry.rule?.summary ?? '' }, ruleOf(entry)),
    el('td', { class: 'third dim', title: entry.stub }, entry.stub),
    el('td', { class: 'number dim second' }, tookOf(entry.milliseconds, entry.delay)));
}

/** The status with its kind in the colour; a fault of the connection by its name. */
export const statusOf = entry => entry.fault
  ? el('span', { class: 'status s5' }, entry.fault)
  : el('span', { class: `status s${Math.floor(entry.status / 100)}` }, entry.status);

/** How a rule is known: a letter, and the word for those who ask or listen. */
export const markOf = rule => el('abbr', { class: `mark ${MARKS[rule.provenance]}`, title: words(rule.provenance) }, MARKS[rule.provenance], hidden(` (${words(rule.provenance)})`));

function ruleOf(entry) {
  if (entry.rule) {
    return [markOf(entry.rule), ' ', entry.rule.summary];
  }

  return entry.matched ? el('span', { class: 'dim' }, entry.rules) : el('strong', {}, 'nothing matched');
}

const pathOf = entry => entry.query ? `${entry.path}?${entry.query}` : entry.path;

/** Whether a line is meant by a filter: every word of it has to be somewhere. */
export function fits(entry, text, onlyUnmatched) {
  if (onlyUnmatched && entry.matched) {
    return false;
  }

  const all = [entry.method, pathOf(entry), entry.who, entry.status, entry.fault, entry.rules, entry.rule?.summary, entry.stub].join(' ').toLowerCase();
  return text.toLowerCase().split(/\s+/).every(word => all.includes(word));
}
