// Files: the state saved as a seed, a seed or mapping file loaded by button or dropped onto the page.
import { query, send } from './api.js';
import { el } from './dom.js';
import { attempt, done, refused } from './notices.js';
import { some } from './format.js';

export function startFiles({ save, load, input, drop }, current) {
  save.addEventListener('click', () => attempt('The state was not saved', () => saveState(current()), name => `Saved as ${name}.`));
  load.addEventListener('click', () => input.click());
  input.addEventListener('change', async () => {
    await loadAll(input.files, current());
    input.value = '';
  });

  const hasFiles = event => event.dataTransfer?.types.includes('Files');
  addEventListener('dragover', event => {
    if (hasFiles(event)) {
      event.preventDefault();
      drop.hidden = false;
    }
  });
  addEventListener('dragleave', event => { drop.hidden = event.relatedTarget === null || drop.hidden; });
  addEventListener('drop', async event => {
    drop.hidden = true;
    if (hasFiles(event)) {
      event.preventDefault();
      await loadAll(event.dataTransfer.files, current());
    }
  });
}

async function saveState(api) {
  // As it comes: the state of a large site is not read only to be written again.
  const state = await (await send('GET', api.path('/state'))).blob();
  const name = `${api.name}.seed.json`;
  const url = URL.createObjectURL(state);
  el('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return name;
}

async function loadAll(files, api) {
  for (const file of files) {
    try {
      done(await loadText(file.name, await file.text(), api));
    } catch (error) {
      refused(`${file.name} was not loaded: nothing was changed`, error);
    }
  }
}

/** A mapping has a Request or a Response, or is one of a list; everything else is meant as a seed. What it really is, the server decides. */
async function loadText(name, text, api) {
  if (!looksLikeMappings(text)) {
    await api.send('PUT', '/state', text);
    return `${name} is the state of the site now.`;
  }

  const { added, warnings } = await api.send('POST', `/mappings${query({ file: name })}`, text);
  return `${name}: ${some(added.length, 'mapping')} added${warnings.length > 0 ? `, with ${some(warnings.length, 'warning')}: ${warnings.map(warning => warning.message).join(' ')}` : ''}.`;
}

function looksLikeMappings(text) {
  try {
    const read = JSON.parse(text);
    return Array.isArray(read) || (typeof read === 'object' && read !== null && Object.keys(read).some(name => /^(request|response)$/i.test(name)));
  } catch {
    return /"(request|response)"\s*:/i.test(text) && !/"(jira|polls|ideabank)"\s*:/.test(text);
  }
}
