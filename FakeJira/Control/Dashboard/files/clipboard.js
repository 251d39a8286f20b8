// Puts a text where it can be pasted from; where the browser does not let us, shows it to be copied by hand.
import { button, el } from './dom.js';
import { done } from './notices.js';

export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    done(`${what} copied.`);
  } catch {
    show(text, what);
  }
}

function show(text, what) {
  const area = el('textarea', { 'aria-label': what, spellcheck: 'false' });
  area.value = text;
  area.readOnly = true;
  const dialog = el('dialog', { 'aria-label': what }, el('h2', {}, what), area, el('div', { class: 'actions' }, button('Close', () => dialog.close(), { class: 'primary' })));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  area.select();
}
