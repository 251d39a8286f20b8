// Everything that is shown goes through here: texts become text nodes, so nothing that a request carried is ever read as markup.

const OWN = new Set(['class', 'for', 'href', 'id', 'type', 'role', 'scope', 'title', 'value', 'name', 'placeholder', 'list', 'min', 'max', 'step', 'download', 'lang', 'colspan', 'autocomplete', 'tabindex', 'open', 'accept', 'spellcheck']);

/** An element: el('p', { class: 'dim', onclick: … }, 'text', el('b', {}, 'more')). Attributes that are null, undefined or false are left out. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (['checked', 'disabled', 'hidden', 'required', 'multiple', 'indeterminate', 'selected'].includes(name)) {
      element[name] = Boolean(value);
    } else if (value === null || value === undefined || value === false) {
      continue;
    } else if (OWN.has(name) || name.startsWith('aria-') || name.startsWith('data-')) {
      element.setAttribute(name, value === true && !name.startsWith('aria-') ? '' : String(value));
    } else {
      throw new Error(`There is no attribute ${name}.`);
    }
  }

  element.append(...nodesOf(children));
  return element;
}

let pressed = null;
const postponed = new Map();
addEventListener('pointerdown', event => { pressed = event.target; }, true);
addEventListener('pointerup', letGo, true);
addEventListener('pointercancel', letGo, true);
addEventListener('pointermove', event => { if (pressed && event.buttons === 0) { letGo(); } }, true);

/** After the click that follows. */
function letGo() {
  setTimeout(() => {
    pressed = null;
    const waiting = [...postponed];
    postponed.clear();
    waiting.forEach(([element, children]) => fill(element, ...children));
  });
}

/** Replaces what an element holds; the focus stays on what has the same data-key, and what is being pressed stays until it is let go. */
export function fill(element, ...children) {
  if (pressed && element.contains(pressed)) {
    postponed.set(element, children);
    return element;
  }

  postponed.delete(element);
  const key = element.contains(document.activeElement) ? document.activeElement.dataset?.key : null;
  element.replaceChildren(...nodesOf(children));
  if (key) {
    element.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
  }

  return element;
}

export const hidden = text => el('span', { class: 'unseen' }, text);

export const button = (label, onclick, attributes = {}) => el('button', { type: 'button', onclick, ...attributes }, label);

/** A form field with its label. */
export function field(label, input, attributes = {}) {
  input.id ||= `field-${++fields}`;
  return el('div', { class: 'field', ...attributes }, el('label', { for: input.id }, label), input);
}

/** A table that names itself and its columns: columns are texts, or [text, class]. */
export function table(caption, columns, body) {
  const heads = columns.map(column => Array.isArray(column) ? el('th', { scope: 'col', class: column[1] }, column[0]) : el('th', { scope: 'col' }, column));
  return el('table', {}, el('caption', { class: 'unseen' }, caption), el('thead', {}, el('tr', {}, ...heads)), body);
}

/** A bar as wide as a share of 100. */
export function bar(percent) {
  const filled = el('span', { class: 'filled' });
  filled.style.inlineSize = `${Math.max(0, Math.min(100, percent))}%`;
  return el('span', { class: 'bar', 'aria-hidden': 'true' }, filled);
}

const nodesOf = children => children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false).map(child => child instanceof Node ? child : String(child));

let fields = 0;
