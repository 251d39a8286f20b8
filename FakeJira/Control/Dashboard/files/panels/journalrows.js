// The lines of the journal that are on the page: the latest first, so many at the most.
import { fits, rowOf } from './requestrow.js';

export function journalRows(body, site, kept) {
  const rows = new Map();
  const numberOf = row => Number(row.dataset.number);
  let chosen = null;
  let text = '';
  let onlyUnmatched = false;

  /** Nearly always at one of the two ends. */
  function place(row, number) {
    if (body.firstElementChild && numberOf(body.firstElementChild) > number) {
      const next = numberOf(body.lastElementChild) > number ? null : [...body.children].find(other => numberOf(other) < number);
      body.insertBefore(row, next);
    } else {
      body.prepend(row);
    }
  }

  function dress({ entry, row }) {
    const isChosen = entry.number === chosen;
    row.hidden = !fits(entry, text, onlyUnmatched);
    row.classList.toggle('chosen', isChosen);
    row.querySelector('a').setAttribute('aria-current', String(isChosen));
  }

  return {
    /** Adds those that are not there yet. */
    put(entries) {
      for (const entry of entries) {
        if (!rows.has(entry.number)) {
          const line = { entry, row: rowOf(entry, site) };
          dress(line);
          rows.set(entry.number, line);
          place(line.row, entry.number);
        }
      }

      while (rows.size > kept) {
        const oldest = body.lastElementChild;
        rows.delete(numberOf(oldest));
        oldest.remove();
      }
    },

    empty() {
      rows.clear();
      body.replaceChildren();
    },

    /** Whether there are lines later than the latest request. */
    hasLaterThan: number => [...rows.keys()].some(each => each > number),

    choose(number) {
      chosen = number;
      rows.forEach(dress);
    },

    filter(...by) {
      [text, onlyUnmatched] = by;
      rows.forEach(dress);
    },

    visible: () => [...rows.values()].filter(({ row }) => !row.hidden).length,
  };
}
