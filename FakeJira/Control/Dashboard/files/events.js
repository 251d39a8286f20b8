// Follows a site: server-sent events read from a fetch, because an EventSource cannot send the control key. Nothing is asked while the page is not looked at.
import { send } from './api.js';

const FIRST_WAIT = 500;
const LONGEST_WAIT = 8000;

/** Calls on({ name, data }) for every event, and state('live' | 'waiting' | 'paused', reason); the answer stops it. */
export function follow(path, on, state) {
  let stopping = new AbortController();
  let wait = FIRST_WAIT;
  let timer = 0;

  async function run() {
    const { signal } = stopping;
    try {
      const response = await send('GET', path, { signal });
      wait = FIRST_WAIT;
      state('live');
      for await (const event of eventsOf(response.body)) {
        on(event);
      }

      again(signal, 'The server has ended the connection.');
    } catch (error) {
      again(signal, error.message);
    }
  }

  function again(signal, reason) {
    if (!signal.aborted) {
      state('waiting', reason);
      timer = setTimeout(run, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }

  function stop() {
    clearTimeout(timer);
    stopping.abort();
  }

  function look() {
    stop();
    if (document.hidden) {
      state('paused');
    } else {
      stopping = new AbortController();
      run();
    }
  }

  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    stop();
  };
}

async function* eventsOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }

    const blocks = (text + value).split('\n\n');
    text = blocks.pop();
    for (const block of blocks) {
      const lines = block.split('\n');
      const name = lines.find(line => line.startsWith('event: '))?.slice(7);
      const data = lines.find(line => line.startsWith('data: '))?.slice(6);
      if (name && data) {
        yield { name, data: JSON.parse(data) };
      }
    }
  }
}
