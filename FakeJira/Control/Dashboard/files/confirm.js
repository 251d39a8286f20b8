// Asks before something is done that cannot be undone.
import { button, el } from './dom.js';

export function confirmed(title, text, action) {
  const dialog = el('dialog', { 'aria-labelledby': 'confirm-title' },
    el('h2', { id: 'confirm-title' }, title),
    el('p', {}, text),
    el('div', { class: 'actions' }, button(action, () => dialog.close('yes'), { class: 'primary' }), button('Cancel', () => dialog.close(''))));
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener('close', () => {
    dialog.remove();
    resolve(dialog.returnValue === 'yes');
  }));
}
