// The frame: which site and which part of it is shown, what is told to the part, and what can be done from everywhere.
import { call, siteApi } from './api.js';
import { confirmed } from './confirm.js';
import { el, fill } from './dom.js';
import { follow } from './events.js';
import { startFiles } from './files.js';
import { announce, attempt } from './notices.js';
import { panels } from './panels/all.js';
import { settled } from './settled.js';
import { startStrip } from './strip.js';
import { startTheme } from './theme.js';

const byId = id => document.getElementById(id);
const main = byId('main');
const DEFAULT = 'default';

let shown = { site: null, panel: null, view: null };
let strip = null;
let stop = () => {};

const go = (site, panel, rest = []) => { location.hash = `#/${[site, panel, ...rest].map(encodeURIComponent).join('/')}`; };

function wanted() {
  const [site, panel, ...rest] = location.hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
  return { site: site ?? siteOfAddress(), panel: panels.find(each => each.name === panel) ?? panels[0], rest };
}

/** Behind the prefix of a site, that site is meant. */
function siteOfAddress() {
  const match = location.pathname.match(/^\/__sites\/([^/]+)\/__fakejira/);
  return match ? decodeURIComponent(match[1]) : DEFAULT;
}

function show() {
  const { site, panel, rest } = wanted();
  if (shown.site !== site) {
    stop();
    shown.view?.close?.();
    const api = siteApi(site);
    strip = startStrip(byId('strip'), api);
    shown = { site, api, panel: null, view: null };
    stop = follow(api.path('/events'), event => tell(site, event), connected);
    listSites();
  }

  if (shown.panel !== panel) {
    shown.view?.close?.();
    document.title = `${panel.title} · FakeJira`;
    shown.panel = panel;
    fill(main, el('p', { class: 'dim' }, 'Loading…'));
    shown.view = panel.open(main, { api: shown.api, go: (...where) => go(site, panel.name, where) }, rest);
    announce(panel.title);
  } else {
    shown.view?.navigate?.(rest);
  }

  fill(byId('nav'), el('ul', {}, ...panels.map(each => el('li', {}, el('a', { href: `#/${encodeURIComponent(site)}/${each.name}`, 'aria-current': each === panel ? 'page' : null, 'data-key': each.name }, each.title)))));
}

function tell(site, { name, data }) {
  if (site !== shown.site) {
    return;
  }

  if (name === 'requests') {
    shown.view?.requests?.(data.requests, data.missed);
  } else if (name === 'hello') {
    // After a pause anything may have happened.
    changed(['hello', 'state', 'requests', 'sites', 'mappings', 'clock']);
  } else if (name === 'changed') {
    changed(data);
  } else if (name === 'gone') {
    fill(main, el('h1', {}, 'This site was removed'), el('p', {}, `There is no site '${data.site}' any more. Choose another one at the top.`));
    listSites();
  }
}

function changed(parts) {
  strip.changed(parts);
  shown.view?.changed?.(new Set(parts));
  if (parts.includes('sites')) {
    listSites();
  }
}

function connected(state, reason) {
  const text = { live: 'live', waiting: 'no connection', paused: 'paused' }[state];
  const status = byId('connection');
  status.dataset.state = state;
  status.textContent = text;
  status.title = reason ?? '';
}

const listSites = settled(async () => {
  let names = null;
  try {
    names = (await call('GET', 'sites')).map(site => site.name);
  } catch {
    // The part that is shown says what is wrong; the site that was chosen stays chosen.
    names = [...byId('site').options].map(option => option.value);
  }

  fill(byId('site'), ...[...new Set([...names, shown.site])].map(name => el('option', { value: name, selected: name === shown.site }, names.length === 0 || names.includes(name) ? name : `${name} (not there)`)));
});

byId('site').addEventListener('change', event => go(event.target.value, shown.panel.name));
byId('reset').addEventListener('click', async () => {
  const { api } = shown;
  if (await confirmed(`Reset the site '${api.name}'?`, 'Data, settings, clock, faults and mappings go back to what it started with, for everybody who uses it. The journal is emptied.', 'Reset')) {
    await attempt('The site was not reset', () => api.send('POST', '/reset'), 'Back to what the site started with.');
  }
});
startTheme(byId('theme'));
startFiles({ save: byId('save'), load: byId('load'), input: byId('file'), drop: byId('drop') }, () => shown.api);
addEventListener('hashchange', show);
addEventListener('keydown', event => {
  const typing = event.target.matches('input, textarea, select');
  if (event.key === '/' && !typing) {
    const search = main.querySelector('input[type=search]');
    event.preventDefault();
    search?.focus();
  } else if (event.key === 'Escape' && !document.querySelector('dialog[open]')) {
    shown.view?.escape?.();
  }
});
show();
