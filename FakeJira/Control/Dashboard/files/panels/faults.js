// What goes wrong: what is active with what is left of it, what comes ready-made, and one of one's own.
import { button, el, fill, table } from '../dom.js';
import { momentOf, some } from '../format.js';
import { attempt, mistakes } from '../notices.js';
import { settled } from '../settled.js';
import { faultForm } from './faultform.js';

export const faults = {
  name: 'faults',
  title: 'Faults',
  open(main, { api }) {
    const active = el('section', { 'aria-label': 'Active faults' });
    const ready = el('section', { 'aria-label': 'Ready-made faults' });
    const form = faultForm(fault => attempt('The fault was not added', () => api.send('POST', '/faults', fault), added => `${added.name} is active.`),
      async () => Object.values((await api.get('/coverage')).contracts).flatMap(contract => Object.keys(contract.operations)).filter(name => !/\.(unserved|errors)$/.test(name)));
    fill(main, el('h1', {}, 'Faults'), active, el('div', { class: 'columns' }, ready, el('section', {}, el('h2', {}, 'One of your own'), form.element)));

    const refresh = settled(async () => {
      try {
        const { faults: all, readyMade, errors } = await api.get('/faults');
        fill(active, el('div', { class: 'toolbar' }, el('h2', {}, all.length === 0 ? 'Nothing goes wrong' : some(all.length, 'active fault')), el('span', { class: 'grow' }),
          all.length > 0 && button('Remove all', () => attempt('The faults were not removed', () => api.send('DELETE', '/faults'), 'All faults removed.'), { 'data-key': 'all' })),
        all.length > 0 && table('Active faults', ['Name', 'What', 'Left', ''], el('tbody', {}, ...all.map(rowOf))));
        fill(ready, el('h2', {}, 'Ready-made'), readyMade.length === 0 ? el('p', { class: 'dim' }, 'None for the contracts that are served.') : el('ul', { class: 'ready' }, ...readyMade.map(readyOf)));
        form.know(errors);
      } catch (error) {
        fill(active, el('div', { role: 'alert', class: 'problem' }, mistakes(error), button('Try again', refresh)));
      }
    });

    const rowOf = fault => el('tr', { class: fault.timesLeft === 0 ? 'dim' : '' },
      el('td', { class: 'nowrap' }, fault.name),
      el('td', { class: 'breaks' }, whatOf(fault)),
      el('td', { class: 'nowrap' }, fault.timesLeft === undefined ? fault.until ? `until ${momentOf(fault.until)}` : 'until it is removed' : some(fault.timesLeft, 'request')),
      el('td', {}, button('Remove', () => attempt('The fault was not removed', () => api.send('DELETE', `/faults/${encodeURIComponent(fault.name)}`), `${fault.name} removed.`), { 'aria-label': `Remove ${fault.name}`, 'data-key': fault.name })));

    const readyOf = fault => el('li', {},
      el('div', {}, el('strong', {}, fault.name), el('p', { class: 'dim' }, fault.description)),
      button('Switch on', () => attempt(`${fault.name} was not switched on`, () => api.send('POST', '/faults', { use: fault.name }), `${fault.name} is active.`), { 'aria-label': `Switch on ${fault.name}`, 'data-key': fault.name }));

    refresh();
    return { changed: parts => { if (['state', 'mappings', 'scenarios'].some(part => parts.has(part))) { refresh(); } } };
  },
};

const whatOf = fault => Object.entries(fault).filter(([name]) => !['name', 'timesLeft', 'until'].includes(name)).map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`).join(' · ');
