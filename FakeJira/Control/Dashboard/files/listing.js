// A long list, page by page, with a search. What is shown is asked for again when something has changed.
import { query } from './api.js';
import { button, el, field, fill } from './dom.js';
import { count } from './format.js';
import { mistakes } from './notices.js';
import { settled } from './settled.js';

const SIZE = 50;

/**
 * load(query text) gives { total, offset, … }; show(page) gives what stands in the middle.
 * orders: { value: label }, the usual order first with the value ''.
 */
export function listing({ label, load, show, orders = null, size = SIZE }) {
  let offset = 0;
  const search = el('input', { type: 'search', placeholder: 'Search  /', spellcheck: 'false', 'aria-label': `Search ${label}` });
  const order = orders && el('select', {}, ...Object.entries(orders).map(([value, text]) => el('option', { value }, text)));
  const middle = el('div', { class: 'rows' }, el('p', { class: 'dim' }, 'Loading…'));
  const where = el('span', { class: 'dim', role: 'status' });
  const back = button('Back', () => turn(-1), { 'data-key': 'back' });
  const on = button('Next', () => turn(1), { 'data-key': 'next' });
  const element = el('div', { class: 'listing' },
    el('div', { class: 'toolbar' }, search, order && field('Order', order), el('span', { class: 'grow' }), where, el('nav', { 'aria-label': `Pages of ${label}`, class: 'pager' }, back, on)),
    middle);

  const refresh = settled(async () => {
    try {
      const page = await load(query({ offset: offset || '', limit: size, search: search.value.trim(), order: order?.value ?? '' }));
      if (page.total <= offset && offset > 0) {
        offset = Math.max(0, Math.floor((page.total - 1) / size) * size);
        refresh();
        return;
      }

      fill(middle, show(page));
      where.textContent = page.total === 0 ? 'none' : `${count(offset + 1)}–${count(Math.min(offset + size, page.total))} of ${count(page.total)}`;
      back.disabled = offset === 0;
      on.disabled = offset + size >= page.total;
    } catch (error) {
      fill(middle, el('div', { role: 'alert', class: 'problem' }, mistakes(error), button('Try again', refresh)));
    }
  });

  function turn(by) {
    offset = Math.max(0, offset + by * size);
    refresh();
  }

  const restart = () => { offset = 0; refresh(); };
  search.addEventListener('input', restart);
  order?.addEventListener('change', restart);
  refresh();
  return { element, refresh };
}
