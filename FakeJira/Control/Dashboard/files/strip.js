// What is not as usual on the site, at the top of every part, so that nobody wonders.
import { el, fill } from './dom.js';
import { momentOf, some } from './format.js';
import { settled } from './settled.js';

const INTERESTING = ['state', 'jira', 'mappings', 'clock'];

export function startStrip(list, api) {
  const at = (panel, text) => el('li', {}, el('a', { href: `#/${encodeURIComponent(api.name)}/${panel}` }, text));
  const refresh = settled(async () => {
    try {
      const [settings, faults, clock] = await Promise.all([api.get('/settings'), api.get('/faults'), api.get('/clock')]);
      const active = faults.faults.filter(fault => fault.timesLeft !== 0);
      fill(list, 
        settings['jira.votingEnabled'] === false && at('switches', 'Voting is off'),
        active.length > 0 && at('faults', some(active.length, 'fault')),
        clock.frozen && at('clock', `Clock frozen at ${momentOf(clock.now)}`));
    } catch {
      // The part that is shown says what is wrong.
      fill(list);
    }
  }, 500);
  fill(list);
  return { changed: parts => { if (parts.some(part => INTERESTING.includes(part))) { refresh(); } } };
}
