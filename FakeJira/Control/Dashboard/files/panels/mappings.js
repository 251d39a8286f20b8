// The mappings with what is wrong with their files; on and off.
import { button, el, fill, table } from '../dom.js';
import { some } from '../format.js';
import { listing } from '../listing.js';
import { attempt, mistakes } from '../notices.js';
import { withPane } from '../pane.js';
import { settled } from '../settled.js';

const FROM = { runTime: 'run time', builtIn: 'built in', folder: 'folder' };

export const mappings = {
  name: 'mappings',
  title: 'Mappings',
  open(main, { api, go }, rest) {
    let chosen = null;
    const problems = el('section', { 'aria-label': 'Problems' });
    const list = listing({
      label: 'mappings',
      load: text => api.get(`/mappings${text}`),
      show: page => page.total === 0
        ? el('p', { class: 'dim' }, 'No mappings. Drop a mapping file onto this page, or start the server with --mappings DIR.')
        : table('Mappings', ['On', 'Name', 'Title', 'From', ['Priority', 'number'], ['Scenario', 'second']], el('tbody', {}, ...page.mappings.map(rowOf))),
    });
    const pane = withPane(list.element, { label: 'Mapping', load: async guid => detailOf(await api.get(`/mappings/${guid}`)), close: () => go() });
    fill(main, el('h1', {}, 'Mappings'), problems, pane.element);

    const refresh = settled(async () => {
      list.refresh();
      pane.refresh();
      try {
        const { problems: all, skipped } = await api.get('/mappings/problems');
        fill(problems, all.length > 0 && el('h2', {}, some(all.length, 'problem')),
          all.length > 0 && el('ul', { class: 'mistakes' }, ...all.map(problem => el('li', { class: problem.severity }, el('code', {}, `${problem.file}${problem.line > 0 ? `:${problem.line}:${problem.column}` : ''}`), el('strong', {}, problem.severity), ' ', problem.message))),
          skipped.length > 0 && el('p', { class: 'dim' }, `Skipped: ${skipped.join(', ')}`));
      } catch (error) {
        fill(problems, el('div', { role: 'alert', class: 'problem' }, mistakes(error)));
      }
    });

    function rowOf(mapping) {
      const on = el('input', { type: 'checkbox', role: 'switch', checked: mapping.enabled, 'aria-label': `${mapping.name} answers`, 'data-key': `on ${mapping.guid}` });
      on.addEventListener('change', async () => {
        await attempt('The mapping was not changed', () => api.send('PATCH', `/mappings/${mapping.guid}`, { enabled: on.checked }), `${mapping.name} ${on.checked ? 'answers' : 'does not answer'} now.`);
        refresh();
      });
      return el('tr', { class: mapping.guid === chosen ? 'chosen' : '' },
        el('td', {}, on),
        el('td', { class: 'breaks' }, el('a', { href: `#/${encodeURIComponent(api.name)}/mappings/${mapping.guid}`, 'data-key': mapping.guid, 'aria-current': String(mapping.guid === chosen) }, mapping.name)),
        el('td', {}, mapping.title ?? ''),
        el('td', { class: 'nowrap dim' }, FROM[mapping.from]),
        el('td', { class: 'number' }, mapping.priority),
        el('td', { class: 'second dim' }, [mapping.scenario, mapping.timesLeft === null ? null : `${mapping.timesLeft} left`].filter(Boolean).join(' · ')));
    }

    const detailOf = mapping => [
      el('h2', { class: 'breaks' }, mapping.title ?? mapping.name),
      el('p', { class: 'dim breaks' }, `${mapping.name} · ${FROM[mapping.from]} · priority ${mapping.priority} · ${mapping.enabled ? 'answers' : 'does not answer'}`),
      mapping.description && el('p', {}, mapping.description),
      el('div', { class: 'actions' }, button('Remove from this site', async () => {
        await attempt('The mapping was not removed', () => api.send('DELETE', `/mappings/${mapping.guid}`), `${mapping.name} is removed from this site.`);
        go();
      }, { 'data-key': 'remove' })),
      el('pre', { tabindex: '0', 'aria-label': 'The mapping as it was written' }, JSON.stringify(mapping.mapping, null, 2)),
    ];

    function choose([guid]) {
      chosen = guid ?? null;
      pane.choose(chosen);
      list.refresh();
    }

    refresh();
    choose(rest);
    return {
      navigate: choose,
      escape: () => go(),
      changed: parts => { if (parts.has('mappings') || parts.has('state')) { refresh(); } },
    };
  },
};
