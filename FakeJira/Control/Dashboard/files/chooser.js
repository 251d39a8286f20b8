// A field that finds somebody by name, and a button that does something as them.
import { el, field, fill } from './dom.js';
import { mistakes } from './notices.js';
import { settled } from './settled.js';

/** load(text) gives [{ value, text }]; choose(value, text) is called with one of them. */
export function chooser({ label, placeholder, load, action, choose }) {
  let known = [];
  const id = `chooser-${++choosers}`;
  const options = el('datalist', { id: `${id}-options` });
  const input = el('input', { id, 'data-key': id, list: `${id}-options`, placeholder, autocomplete: 'off', spellcheck: 'false' });
  const wrong = el('p', { class: 'wrong', role: 'alert' });
  const look = settled(async () => {
    try {
      known = await load(known.some(each => each.text === input.value) ? '' : input.value.trim());
      fill(options, ...known.map(each => el('option', { value: each.text })));
    } catch (error) {
      fill(wrong, mistakes(error));
    }
  });
  input.addEventListener('input', look);
  input.addEventListener('focus', look);

  const form = el('form', { class: 'chooser' }, field(label, input), options, el('button', { type: 'submit' }, action), wrong);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    fill(wrong);
    const text = input.value.trim();
    const found = text === '' ? [] : known.find(each => each.text === text) ? [known.find(each => each.text === text)] : await load(text);
    if (found.length === 1) {
      await choose(found[0].value, found[0].text.split(' · ')[0]);
      input.value = '';
    } else {
      fill(wrong, found.length === 0 ? 'Nobody of that name.' : `Several are meant: ${found.slice(0, 3).map(each => each.text).join(', ')}.`);
    }
  });
  return form;
}

let choosers = 0;
