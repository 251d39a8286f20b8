// A fault of one's own: whom it meets, what is answered instead, and how often.
import { el, field, fill } from '../dom.js';

/** add(fault) says whether it was added; operationsOf() gives the names of all operations. */
export function faultForm(add, operationsOf) {
  const path = el('input', { placeholder: '/rest/*', spellcheck: 'false' });
  const operation = el('input', { placeholder: 'jira.votes.add', list: 'fault-operations', spellcheck: 'false' });
  const operations = el('datalist', { id: 'fault-operations' });
  const error = el('select', {}, el('option', { value: '' }, 'a status of your own'));
  const status = el('input', { type: 'number', min: '100', max: '599', placeholder: '503' });
  const delay = el('input', { type: 'number', min: '0', placeholder: '0' });
  const times = el('input', { type: 'number', min: '1', placeholder: 'any number' });
  const lost = el('input', { type: 'checkbox', id: 'fault-after' });
  const form = el('form', { class: 'form' },
    field('Operation', operation), operations, field('or path', path),
    field('Error', error), field('Status', status),
    field('Delay, ms', delay), field('Times', times),
    el('span', { class: 'check wide' }, lost, el('label', { for: 'fault-after' }, 'after the write: it is done, and its answer is lost')),
    el('div', { class: 'actions wide' }, el('button', { type: 'submit', class: 'primary' }, 'Add fault')));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const fault = {};
    const say = (name, value) => { if (value !== '' && !Number.isNaN(value) && value !== false) { fault[name] = value; } };
    say('operation', operation.value.trim());
    say('path', path.value.trim());
    say('error', error.value);
    say('status', status.valueAsNumber);
    say('delay', delay.valueAsNumber);
    say('times', times.valueAsNumber);
    say('afterWrite', lost.checked);
    if (await add(fault)) {
      form.reset();
    }
  });
  operation.addEventListener('focus', async () => fill(operations, ...(await operationsOf().catch(() => [])).map(name => el('option', { value: name }))), { once: true });
  error.addEventListener('change', () => { status.disabled = error.value !== ''; });

  let known = 0;
  return {
    element: form,
    /** The errors of the vendors that have a name; asked for once. */
    know(errors) {
      if (known !== errors.length) {
        known = errors.length;
        fill(error, error.firstElementChild, ...errors.map(each => el('option', { value: each.name, title: each.description }, each.name)));
      }
    },
  };
}
