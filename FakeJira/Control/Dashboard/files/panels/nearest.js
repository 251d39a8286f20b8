// For a request that nothing matched: the mappings that came closest, side by side, what each expected and what came.
import { el, hidden, table } from '../dom.js';

export function nearest(closest) {
  if (closest.length === 0) {
    return el('section', {}, el('h3', {}, 'Nothing matched'), el('p', { class: 'dim' }, 'No mapping comes near this request.'));
  }

  return el('section', {}, el('h3', {}, 'Nothing matched; the nearest mappings'),
    el('div', { class: 'nearest' }, ...closest.map(miss => el('article', {},
      el('h4', { class: 'breaks' }, miss.title ?? miss.stub),
      miss.title && el('p', { class: 'dim breaks' }, miss.stub),
      table(`What ${miss.stub} expected`, ['Part', 'Expected', 'Actual'], el('tbody', {}, ...miss.parts.map(rowOf)))))));
}

const rowOf = part => el('tr', { class: part.matches ? 'same' : 'differs' },
  el('th', { scope: 'row' }, el('span', { 'aria-hidden': 'true' }, part.matches ? '✓ ' : '✗ '), hidden(part.matches ? 'matches: ' : 'does not match: '), part.part),
  el('td', { class: 'breaks' }, part.expected),
  el('td', { class: 'breaks' }, part.actual));
