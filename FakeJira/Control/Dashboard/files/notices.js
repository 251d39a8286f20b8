// What has happened, for eyes and for screen readers.
import { button, el } from './dom.js';

const GONE_AFTER = 4000;

/** Something was done. */
export function done(text) {
  announce(text);
  const note = el('div', { class: 'note' }, text);
  place('notes').append(note);
  setTimeout(() => note.remove(), GONE_AFTER);
}

/** The API refused: stays until it is dismissed, with every mistake. */
export function refused(title, error) {
  const note = el('div', { class: 'note bad', role: 'alert' },
    el('div', { class: 'note-head' }, el('strong', {}, title), button('Dismiss', () => note.remove(), { class: 'quiet' })),
    mistakes(error));
  const notes = place('notes');
  notes.querySelectorAll('.note.bad').forEach(old => old.remove());
  notes.append(note);
}

/** The mistakes that an answer named, each with its place. */
export function mistakes(error) {
  const errors = error.errors ?? [{ message: error.message }];
  return el('ul', { class: 'mistakes' }, ...errors.map(each => el('li', {}, placeOf(each), each.message)));
}

/** Said to screen readers, not shown. */
export function announce(text) {
  place('said').textContent = text;
}

/** Runs something that a person asked for; says what came of it. */
export async function attempt(title, action, success) {
  try {
    const result = await action();
    if (success) {
      done(typeof success === 'function' ? success(result) : success);
    }

    return result;
  } catch (error) {
    refused(title, error);
    return undefined;
  }
}

function placeOf(error) {
  const parts = [error.file, error.line > 0 ? `line ${error.line}, column ${error.column}` : '', error.path].filter(Boolean);
  return parts.length > 0 ? el('code', {}, parts.join(' · ')) : null;
}

const place = id => document.getElementById(id);
