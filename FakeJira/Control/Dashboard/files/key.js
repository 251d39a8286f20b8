// Asks for the control key, once however many requests wait for it.
import { el } from './dom.js';

let asking = null;

/** The key that somebody enters; what the API said is shown above the field. */
export function askForKey(mistakes) {
  asking ??= ask(mistakes).finally(() => { asking = null; });
  return asking;
}

function ask(mistakes) {
  const input = el('input', { id: 'control-key', type: 'password', autocomplete: 'current-password' });
  const dialog = el('dialog', { 'aria-labelledby': 'key-title' },
    el('form', {},
      el('h2', { id: 'key-title' }, 'Control key'),
      ...mistakes.map(mistake => el('p', {}, mistake.message)),
      el('label', { for: 'control-key' }, 'The key that the server was started with (--control-key)'),
      input,
      el('div', { class: 'actions' }, el('button', { type: 'submit', class: 'primary' }, 'Use this key'))));
  document.body.append(dialog);
  dialog.addEventListener('cancel', event => event.preventDefault());
  dialog.showModal();
  return new Promise(resolve => dialog.querySelector('form').addEventListener('submit', event => {
    event.preventDefault();
    dialog.close();
    dialog.remove();
    resolve(input.value);
  }));
}
