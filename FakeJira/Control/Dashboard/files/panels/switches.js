// Every switch of the site, and the two profiles that set those on which they differ.
import { button, el, fill } from '../dom.js';
import { attempt, mistakes } from '../notices.js';
import { settled } from '../settled.js';

const TITLES = { jira: 'Jira', polls: 'Polls', ideabank: 'Idea bank' };

export const switches = {
  name: 'switches',
  title: 'Switches',
  open(main, { api }) {
    const body = el('div', { class: 'stack' }, el('p', { class: 'dim' }, 'Loading…'));
    fill(main, el('h1', {}, 'Switches'), body);

    const refresh = settled(async () => {
      try {
        const { profile, switches: all } = await api.get('/switches');
        const contracts = [...new Set(all.map(each => each.contract))];
        fill(body,
          el('section', { class: 'profile' },
            el('span', { class: 'choice', role: 'group', 'aria-label': 'Profile' }, ...['documented', 'observed'].map(each => button(each, () => change('profile', each), { 'aria-pressed': String(profile === each), 'data-key': each }))),
            el('p', { class: 'dim' }, profile === 'mixed' ? 'Some are as documented, some as observed.' : `As ${profile}: ${profile === 'documented' ? "what the vendors' pages say" : 'what the live services were seen to do'}.`)),
          ...contracts.map(contract => el('section', { 'aria-label': TITLES[contract] ?? contract },
            el('h2', {}, TITLES[contract] ?? contract),
            el('ul', { class: 'switches' }, ...all.filter(each => each.contract === contract).map(itemOf)))));
      } catch (error) {
        fill(body, el('div', { role: 'alert', class: 'problem' }, mistakes(error), button('Try again', refresh)));
      }
    });

    async function change(name, value) {
      await attempt(`${name} was not changed`, () => api.send('PATCH', '/settings', { [name]: value }), `${name}: ${value}`);
      refresh();
    }

    function itemOf(each) {
      const differs = each.value !== each.documented;
      return el('li', { class: differs ? 'differs' : '' },
        el('div', {}, el('code', {}, each.name), el('p', {}, each.summary),
          el('p', { class: 'dim small' }, each.documented === each.observed ? `usually ${each.documented}` : `documented ${each.documented} · observed ${each.observed}`)),
        controlOf(each));
    }

    function controlOf(each) {
      const key = { 'aria-label': each.name, 'data-key': each.name };
      if (each.values.length === 0) {
        const input = el('input', { type: 'number', min: '0', value: each.value, ...key });
        input.addEventListener('change', () => change(each.name, input.valueAsNumber));
        return el('span', { class: 'check' }, input);
      }

      if (each.values.every(value => typeof value === 'boolean')) {
        const input = el('input', { type: 'checkbox', role: 'switch', checked: each.value, ...key });
        input.addEventListener('change', () => change(each.name, input.checked));
        return el('span', { class: 'check' }, input, el('span', { class: 'dim', 'aria-hidden': 'true' }, each.value ? 'on' : 'off'));
      }

      return el('span', { class: 'choice', role: 'group', 'aria-label': each.name }, ...each.values.map(value =>
        button(String(value), () => change(each.name, value), { 'aria-pressed': String(value === each.value), 'data-key': `${each.name} ${value}` })));
    }

    refresh();
    return { changed: parts => { if (['state', 'jira', 'polls', 'ideabank'].some(part => parts.has(part))) { refresh(); } } };
  },
};
