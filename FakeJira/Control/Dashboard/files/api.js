// The control API: the only thing that the dashboard talks to.
import { askForKey } from './key.js';

const KEY = 'fakejira-control-key';
const TRIES = 4;
const root = new URL('./', location.href);

let writing = Promise.resolve();
let writes = 0;

/** What the API said when it refused: every mistake, with its place where there is one. */
export class Refused extends Error {
  constructor(status, errors) {
    super(errors.map(error => error.message).join(' '));
    this.status = status;
    this.errors = errors;
  }
}

/** The answer of the API as it is, once it is a good one. */
export async function send(method, path, { body, signal } = {}) {
  for (;;) {
    const key = sessionStorage.getItem(KEY);
    const response = await fetch(new URL(path, root), {
      method,
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
      headers: { ...(key ? { 'X-FakeJira-Key': key } : {}), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      cache: 'no-store',
      signal,
    }).catch(error => {
      throw signal?.aborted ? error : new Refused(0, [{ message: `The server does not answer (${error.message}).` }]);
    });
    if (response.status === 401) {
      sessionStorage.setItem(KEY, await askForKey(await mistakesOf(response)));
      continue;
    }

    if (!response.ok) {
      throw new Refused(response.status, await mistakesOf(response));
    }

    return response;
  }
}

/** The JSON of an answer; null where there is none. */
export function call(method, path, body) {
  return method === 'GET' ? read(path) : write(method, path, body);
}

/** What was read while this page wrote may be of before: then it is read again, so that nothing flickers back under the hand. */
async function read(path) {
  for (let tries = 1; ; tries++) {
    await writing;
    const before = writes;
    const found = await jsonOf(send('GET', path));
    if (writes === before || tries === TRIES) {
      return found;
    }
  }
}

function write(method, path, body) {
  const answer = jsonOf(send(method, path, { body }));
  writes++;
  writing = Promise.allSettled([writing, answer]);
  return answer;
}

async function jsonOf(response) {
  const text = await (await response).text();
  return text ? JSON.parse(text) : null;
}

/** The same for one site. */
export const siteApi = name => ({
  name,
  path: rest => `sites/${encodeURIComponent(name)}${rest}`,
  get: rest => call('GET', `sites/${encodeURIComponent(name)}${rest}`),
  send: (method, rest, body) => call(method, `sites/${encodeURIComponent(name)}${rest}`, body),
});

/** A query of what is not empty. */
export function query(parameters) {
  const said = Object.entries(parameters).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`;
}

async function mistakesOf(response) {
  const text = await response.text();
  try {
    const errors = JSON.parse(text).errors;
    if (Array.isArray(errors) && errors.length > 0) {
      return errors;
    }
  } catch {
    // It was no JSON: then the text itself is what the server said.
  }

  return [{ message: text.slice(0, 2000) || `The server answered ${response.status}.` }];
}
