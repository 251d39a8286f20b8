// The journal as it happens, the latest request first.
import { query } from '../api.js';
import { button, el, fill, table } from '../dom.js';
import { count, some } from '../format.js';
import { announce, attempt, mistakes } from '../notices.js';
import { withPane } from '../pane.js';
import { later, settled } from '../settled.js';
import { journalRows } from './journalrows.js';
import { detailOf } from './requestdetail.js';

const KEPT = 1000;
const FIRST = 100;
const SAID_EVERY = 3000;
const FETCHED_AFTER = 1500;

export const requests = {
  name: 'requests',
  title: 'Requests',
  open(main, { api, go }, rest) {
    let paused = false;
    let waiting = 0;
    let total = 0;
    let arrived = 0;
    let fresh = true;
    let explained = {};

    const search = el('input', { type: 'search', placeholder: 'Filter  /', 'aria-label': 'Filter requests by method, path, caller, status, rule or stub', spellcheck: 'false' });
    const unmatched = el('input', { type: 'checkbox', id: 'only-unmatched' });
    const pause = button('Pause', () => setPaused(!paused), { 'aria-pressed': 'false' });
    const where = el('span', { class: 'dim' });
    const body = el('tbody');
    const rows = journalRows(body, api.name, KEPT);
    const list = el('section', { class: 'listing journal', 'aria-label': 'Journal' },
      el('div', { class: 'toolbar' }, search,
        el('span', { class: 'check' }, unmatched, el('label', { for: 'only-unmatched' }, 'only unmatched')),
        el('span', { class: 'grow' }), where, pause,
        button('Forget all', () => attempt('The journal was not emptied', () => api.send('DELETE', '/requests'), 'All requests forgotten.'))),
      el('div', { class: 'rows' }, table('Requests, the latest first', [['#', 'number'], ['Time', 'second'], 'Method', 'Path', ['Who', 'second'], 'Status', 'Rule', ['Stub', 'third'], ['Took', 'number second']], body)));
    const pane = withPane(list, { label: 'Request', load: async number => detailOf(await api.get(`/requests/${number}`), api, explanationOf(number)), close: () => go() });
    fill(main, el('h1', {}, 'Requests'), pane.element);

    function explanationOf(number) {
      if (explained.number !== number) {
        explained = { number, element: el('div') };
      }

      return explained.element;
    }

    function tell() {
      const visible = rows.visible();
      where.textContent = paused && waiting > 0 ? `${some(waiting, 'request')} waiting`
        : total === 0 ? 'none yet'
        : visible === total ? some(total, 'request') : `${count(visible)} of ${some(total, 'request')}`;
    }

    /** What the answer lacks is gone, unless the stream was faster than the answer: then that says nothing of what is not in it. */
    function take(page, isBehind) {
      if (isBehind) {
        total = Math.max(total, page.total);
        again.tell();
      } else {
        total = page.total;
        if (fresh || rows.hasLaterThan(page.requests[0]?.number ?? 0)) {
          rows.empty();
        }

        fresh = false;
      }

      rows.put(page.requests);
      tell();
    }

    const refresh = settled(async () => {
      try {
        for (const limit of [FIRST, KEPT]) {
          const before = arrived;
          const page = await api.get(`/requests${query({ order: 'newest', bodies: 'false', limit })}`);
          take(page, arrived !== before);
          if (page.total <= FIRST) {
            break;
          }
        }
      } catch (error) {
        rows.empty();
        fresh = true;
        fill(body, el('tr', {}, el('td', { colspan: '9' }, el('div', { role: 'alert', class: 'problem' }, mistakes(error), button('Try again', refresh)))));
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

    function filter() {
      rows.filter(search.value, unmatched.checked);
      tell();
    }

    function choose([number]) {
      const chosen = number === undefined ? null : Number(number);
      pane.choose(chosen);
      rows.choose(chosen);
    }

    /** Up and down go from line to line. */
    function step(event) {
      const direction = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
      if (direction) {
        let row = event.target.closest('tr')[direction];
        while (row?.hidden) {
          row = row[direction];
        }

        row?.querySelector('a').focus();
        event.preventDefault();
      }
    }

    search.addEventListener('input', filter);
    unmatched.addEventListener('change', filter);
    body.addEventListener('keydown', step);
    body.addEventListener('click', event => {
      const row = event.target.closest('tr[data-number]');
      if (row && !event.target.closest('a') && getSelection().isCollapsed) {
        go(row.dataset.number);
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
      changed(parts) {
        if (parts.has('requests')) {
          fresh = true;
          if (!parts.has('hello')) {
            rows.empty();
            explained = {};
          }

          refresh();
          pane.refresh();
        }
      },
      requests(entries, missed) {
        total += entries.length + missed;
        arrived++;
        if (paused) {
          waiting += entries.length + missed;
          tell();
          return;
        }

        rows.put(entries);
        tell();
        said.tell(entries.length + missed);
        if (missed > 0) {
          again.tell();
        }
      },
    };
  },
};
