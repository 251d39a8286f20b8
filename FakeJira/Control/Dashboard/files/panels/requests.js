// The journal as it happens, the latest request first.
import { query } from '../api.js';
import { button, el, fill, table } from '../dom.js';
import { count, some } from '../format.js';
import { announce, attempt, mistakes } from '../notices.js';
import { withPane } from '../pane.js';
import { later, settled } from '../settled.js';
import { detailOf } from './requestdetail.js';
import { fits, rowOf } from './requestrow.js';

const KEPT = 1000;
const SAID_EVERY = 3000;
const FETCHED_AFTER = 1500;
const FIRST = 100;

export const requests = {
  name: 'requests',
  title: 'Requests',
  open(main, { api, go }, rest) {
    const rows = new Map();
    let paused = false;
    let waiting = 0;
    let total = 0;
    let chosen = null;

    const search = el('input', { type: 'search', placeholder: 'Filter  /', 'aria-label': 'Filter requests by method, path, caller, status, rule or stub', spellcheck: 'false' });
    const unmatched = el('input', { type: 'checkbox', id: 'only-unmatched' });
    const pause = button('Pause', () => setPaused(!paused), { 'aria-pressed': 'false' });
    const where = el('span', { class: 'dim' });
    const body = el('tbody');
    const list = el('section', { class: 'listing journal', 'aria-label': 'Journal' },
      el('div', { class: 'toolbar' }, search,
        el('span', { class: 'check' }, unmatched, el('label', { for: 'only-unmatched' }, 'only unmatched')),
        el('span', { class: 'grow' }), where, pause,
        button('Forget all', () => attempt('The journal was not emptied', () => api.send('DELETE', '/requests'), 'All requests forgotten.'))),
      el('div', { class: 'rows' }, table('Requests, the latest first', [['#', 'number'], ['Time', 'second'], 'Method', 'Path', ['Who', 'second'], 'Status', 'Rule', ['Stub', 'third'], ['Took', 'number second']], body)));
    const pane = withPane(list, { label: 'Request', load: async number => detailOf(await api.get(`/requests/${number}`), api), close: () => go() });
    fill(main, el('h1', {}, 'Requests'), pane.element);

    function put(entries) {
      for (const entry of entries) {
        if (!rows.has(entry.number)) {
          const row = rowOf(entry, api.name);
          row.hidden = !fits(entry, search.value, unmatched.checked);
          rows.set(entry.number, { entry, row });
          place(row, entry.number);
        }
      }

      while (rows.size > KEPT) {
        const oldest = body.lastElementChild;
        rows.delete(Number(oldest.dataset.number));
        oldest.remove();
      }

      mark();
      tell();
    }

    /** Nearly always at one of the two ends. */
    function place(row, number) {
      const numberOf = other => Number(other.dataset.number);
      if (body.firstElementChild && numberOf(body.firstElementChild) > number) {
        const next = numberOf(body.lastElementChild) > number ? null : [...body.children].find(other => numberOf(other) < number);
        body.insertBefore(row, next);
      } else {
        body.prepend(row);
      }
    }

    function tell() {
      const visible = [...rows.values()].filter(each => !each.row.hidden).length;
      where.textContent = paused && waiting > 0 ? `${some(waiting, 'request')} waiting`
        : total === 0 ? 'none yet'
        : visible === total ? some(total, 'request') : `${count(visible)} of ${some(total, 'request')}`;
    }

    const refresh = settled(async () => {
      try {
        for (const limit of [FIRST, KEPT]) {
          const page = await api.get(`/requests${query({ order: 'newest', bodies: 'false', limit })}`);
          total = page.total;
          if (limit === FIRST) {
            const known = new Set(page.requests.map(entry => entry.number));
            const latest = page.requests[0]?.number ?? 0;
            if ([...rows.keys()].some(number => number > latest || (page.total <= FIRST && !known.has(number)))) {
              rows.clear();
              body.replaceChildren();
            }
          }

          put(page.requests);
          if (page.total <= FIRST) {
            break;
          }
        }
      } catch (error) {
        fill(body, el('tr', {}, el('td', { colspan: '9' }, el('div', { role: 'alert', class: 'problem' }, mistakes(error), button('Try again', refresh)))));
        rows.clear();
      }
    });

    // Many at once are said once, and what the stream left out is fetched when it has become quieter.
    const said = later(number => announce(some(number, 'new request')), SAID_EVERY);
    const again = later(() => refresh(), FETCHED_AFTER);

    function setPaused(now) {
      paused = now;
      waiting = 0;
      pause.textContent = paused ? 'Go on' : 'Pause';
      pause.setAttribute('aria-pressed', String(paused));
      refresh();
    }

    function mark() {
      for (const { entry, row } of rows.values()) {
        const isChosen = entry.number === chosen;
        row.classList.toggle('chosen', isChosen);
        row.querySelector('a').setAttribute('aria-current', String(isChosen));
      }
    }

    function filter() {
      for (const { entry, row } of rows.values()) {
        row.hidden = !fits(entry, search.value, unmatched.checked);
      }

      tell();
    }

    function choose([number]) {
      chosen = number === undefined ? null : Number(number);
      pane.choose(chosen);
      mark();
    }

    search.addEventListener('input', filter);
    unmatched.addEventListener('change', filter);
    body.addEventListener('click', event => {
      const row = event.target.closest('tr[data-number]');
      if (row && !event.target.closest('a') && getSelection().isCollapsed) {
        go(row.dataset.number);
      }
    });
    body.addEventListener('keydown', event => {
      const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
      if (step) {
        let row = event.target.closest('tr')[step];
        while (row?.hidden) {
          row = row[step];
        }

        row?.querySelector('a').focus();
        event.preventDefault();
      }
    });
    refresh();
    choose(rest);
    return {
      navigate: choose,
      escape: () => go(),
      close() {
        said.forget();
        again.forget();
      },
      changed: parts => { if (parts.has('requests')) { refresh(); pane.refresh(); } },
      requests(entries, missed) {
        total += entries.length + missed;
        if (paused) {
          waiting += entries.length + missed;
          tell();
          return;
        }

        put(entries);
        said.tell(entries.length + missed);
        if (missed > 0) {
          again.tell();
        }
      },
    };
  },
};
