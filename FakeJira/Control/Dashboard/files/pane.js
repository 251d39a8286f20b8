// A list with what is chosen from it beside it.
import { button, el, fill } from './dom.js';
import { announce, mistakes } from './notices.js';
import { settled } from './settled.js';

/** chosen(key) gives what the pane shows; close() is called when it is closed by the reader. */
export function withPane(list, { label, load, close }) {
  let key = null;
  const body = el('div', { class: 'pane-body' });
  const pane = el('aside', { class: 'pane', 'aria-label': label, hidden: true }, button('Close', () => close(), { class: 'quiet pane-close', 'aria-label': `Close ${label.toLowerCase()}`, 'data-key': 'close' }), body);
  const element = el('div', { class: 'split' }, list, pane);

  const refresh = settled(async () => {
    const asked = key;
    if (asked === null) {
      return;
    }

    let content;
    try {
      content = await load(asked);
    } catch (error) {
      content = el('div', { role: 'alert', class: 'problem' }, mistakes(error));
    }

    if (asked === key) {
      fill(body, content);
    }
  });

  return {
    element,
    refresh,
    choose(next) {
      key = next ?? null;
      pane.hidden = key === null;
      element.classList.toggle('open', key !== null);
      fill(body, key === null ? null : el('p', { class: 'dim' }, 'Loading…'));
      refresh();
      if (key !== null) {
        announce(`${label} ${key} is beside the list.`);
      }
    },
  };
}
