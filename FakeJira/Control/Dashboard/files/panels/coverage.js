// Which answers of the contracts the client was shown and which never: operations from red to green, and the rules of each.
import { call } from '../api.js';
import { button, el, fill, hidden } from '../dom.js';
import { count } from '../format.js';
import { mistakes } from '../notices.js';
import { withPane } from '../pane.js';
import { settled } from '../settled.js';
import { markOf } from './requestrow.js';

const EVERY = 1500;
const TITLES = { jira: 'Jira', polls: 'Polls', ideabank: 'Idea bank' };

export const coverage = {
  name: 'coverage',
  title: 'Coverage',
  open(main, { api, go }, rest) {
    let report = null;
    let rules = null;
    let chosen = null;
    const map = el('div', { class: 'listing' }, el('p', { class: 'dim' }, 'Loading…'));
    const pane = withPane(map, { label: 'Operation', load: async name => detailOf(name), close: () => go() });
    fill(main, el('h1', {}, 'Coverage'), pane.element);

    const refresh = settled(async () => {
      try {
        [report, rules] = await Promise.all([api.get('/coverage'), rules ?? call('GET', 'rules')]);
        draw();
        pane.refresh();
      } catch (error) {
        fill(map, el('div', { role: 'alert', class: 'problem' }, mistakes(error), button('Try again', refresh)));
      }
    }, EVERY);

    function draw() {
      fill(map,
        el('p', { class: 'dim' }, `Since the last reset the client was shown ${count(report.shown)} of ${count(report.of)} answers that the operations can give.`),
        ...Object.entries(report.contracts).map(([name, contract]) => el('section', { class: 'covered', 'aria-label': TITLES[name] ?? name },
          el('h2', {}, TITLES[name] ?? name, el('span', { class: 'dim' }, ` ${count(contract.shown)} of ${count(contract.of)}`)),
          el('ul', { class: 'map' }, ...Object.entries(contract.operations).map(tileOf)))));
    }

    function tileOf([name, operation]) {
      const link = el('a', { href: `#/${encodeURIComponent(api.name)}/coverage/${encodeURIComponent(name)}`, class: `tile ${operation.shown === 0 ? 'never' : operation.shown === operation.of ? 'all' : 'some'}`, 'aria-current': String(name === chosen), 'data-key': name },
        el('span', {}, name.replace(/^[a-z]+\./, '')), hidden(': '), el('span', { class: 'number' }, `${operation.shown}/${operation.of}`));
      link.style.setProperty('--share', `${operation.of === 0 ? 100 : 100 * operation.shown / operation.of}%`);
      return el('li', {}, link);
    }

    function detailOf(name) {
      const operation = Object.values(report?.contracts ?? {}).map(contract => contract.operations[name]).find(Boolean);
      if (!operation) {
        return report ? el('p', {}, `There is no operation ${name}.`) : el('p', { class: 'dim' }, 'Loading…');
      }

      const all = Object.entries(operation.rules);
      return [
        el('h2', { class: 'breaks' }, name),
        el('p', { class: 'dim' }, `${operation.shown} of ${operation.of} answers were shown`),
        listOf('Never shown', all.filter(([, times]) => times === 0)),
        listOf('Shown', all.filter(([, times]) => times > 0)),
      ];
    }

    const listOf = (title, entries) => entries.length > 0 && el('section', {}, el('h3', {}, title), el('ul', { class: 'rules' }, ...entries.map(([id, times]) => el('li', { class: times > 0 ? 'shown' : 'missing' },
      el('p', {}, rules[id] ? markOf(rules[id]) : null, ' ', el('code', {}, id), times > 0 ? el('span', { class: 'dim' }, ` ${count(times)}×`) : null),
      rules[id] ? el('p', { class: 'dim' }, rules[id].summary) : null))));

    function choose([name]) {
      chosen = name ?? null;
      pane.choose(chosen);
      if (report) {
        draw();
      }
    }

    refresh();
    choose(rest);
    return {
      navigate: choose,
      escape: () => go(),
      requests: refresh,
      changed: parts => { if (parts.has('requests') || parts.has('state')) { refresh(); } },
    };
  },
};
