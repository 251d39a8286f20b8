// The time of the site: advanced, frozen, set.
import { button, el, field, fill } from '../dom.js';
import { attempt, mistakes } from '../notices.js';
import { settled } from '../settled.js';

const STEPS = { '1 minute': 60, '5 minutes': 300, '1 hour': 3600, '1 day': 86400, '30 days': 2592000 };

export const clock = {
  name: 'clock',
  title: 'Clock',
  open(main, { api }) {
    let state = null;
    let readAt = 0;
    const now = el('p', { class: 'time' });
    const kind = el('p', { class: 'dim', role: 'status' });
    const freeze = button('Freeze', () => change(state?.frozen ? { run: true } : { freeze: true }, state?.frozen ? 'The clock runs.' : 'The clock is frozen.'), { class: 'primary' });
    const by = el('input', { placeholder: '00:05:00, PT5M or seconds', spellcheck: 'false' });
    const to = el('input', { placeholder: '2026-01-31T12:00:00Z', spellcheck: 'false' });
    const rules = el('input', { type: 'checkbox', id: 'rules-delays' });
    rules.addEventListener('change', () => change({ rulesDelays: rules.checked }, rules.checked ? 'Delays pass by this clock.' : 'Delays take real time.'));
    const wrong = el('div', {});
    fill(main, el('h1', {}, 'Clock'), wrong, now, kind,
      el('div', { class: 'actions' }, freeze, button('Back to real time', () => change({ reset: true }, 'The clock shows the real time.'))),
      el('section', { 'aria-label': 'Advance' }, el('h2', {}, 'Advance'),
        el('div', { class: 'actions' }, ...Object.entries(STEPS).map(([label, seconds]) => button(`+ ${label}`, () => change({ advance: seconds }, `The clock is ${label} further.`)))),
        formOf('Advance by', by, 'Advance', () => ({ advance: /^-?\d+(\.\d+)?$/.test(by.value.trim()) ? Number(by.value) : by.value.trim() }))),
      el('section', { 'aria-label': 'Set' }, el('h2', {}, 'Set'), formOf('Date and time', to, 'Set', () => ({ set: to.value.trim() }))),
      el('p', { class: 'check' }, rules, el('label', { for: 'rules-delays' }, 'Delays of answers pass by this clock, instead of in real time')));

    function formOf(label, input, action, changeOf) {
      const form = el('form', { class: 'chooser' }, field(label, input), el('button', { type: 'submit' }, action));
      form.addEventListener('submit', async event => {
        event.preventDefault();
        if (await change(changeOf(), `${label}: ${input.value.trim()}`)) {
          input.value = '';
        }
      });
      return form;
    }

    const change = (what, success) => attempt('The clock was not changed', () => api.send('PATCH', '/clock', what), success);

    const refresh = settled(async () => {
      try {
        state = await api.get('/clock');
        readAt = performance.now();
        fill(wrong);
        freeze.textContent = state.frozen ? 'Let it run' : 'Freeze';
        kind.textContent = state.frozen ? 'UTC, frozen: it moves only when it is told to' : 'UTC, running';
        rules.checked = state.rulesDelays;
        tick();
      } catch (error) {
        fill(wrong, el('div', { role: 'alert', class: 'problem' }, mistakes(error), button('Try again', refresh)));
      }
    });

    function tick() {
      if (state) {
        const moment = new Date(Date.parse(state.now) + (state.frozen ? 0 : performance.now() - readAt));
        now.textContent = moment.toISOString().slice(0, 19).replace('T', ' ');
      }
    }

    const ticking = setInterval(tick, 1000);
    refresh();
    return {
      close: () => clearInterval(ticking),
      changed: parts => { if (parts.has('clock') || parts.has('state')) { refresh(); } },
    };
  },
};
