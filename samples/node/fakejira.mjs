// Starts FakeJira once for a test file, and makes a site of its own for each test.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

export async function startFakeJira() {
  const folder = await mkdtemp(join(tmpdir(), 'fakejira-'));
  const ready = join(folder, 'ready.json');
  const coverage = join(folder, 'coverage');
  const server = spawn('fakejira', ['--port', '0', '--ready-file', ready, '--exit-with-parent', '--coverage', coverage], { stdio: ['ignore', 'ignore', 'inherit'] });
  await once(server, 'spawn');
  const ended = once(server, 'exit');
  for (let waited = 0; !existsSync(ready); waited += 20) {
    if (server.exitCode !== null || waited > 30000) throw new Error('FakeJira has not started');
    await setTimeout(20);
  }
  const { url } = JSON.parse(await readFile(ready, 'utf8'));
  let sites = 0;

  async function control(method, path, body) {
    const answer = await fetch(`${url}/__fakejira${path}`, { method, body: body && JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text && JSON.parse(text);
  }

  return {
    // A site with this state; it is gone when the test ends.
    async site(test, seed) {
      const name = `test-${++sites}`;
      const { baseUrl } = await control('POST', '/sites', { name, seed });
      test.after(() => control('DELETE', `/sites/${name}`));
      return { baseUrl, control: (method, path, body) => control(method, `/sites/${name}${path}`, body) };
    },

    // Ends the server, and prints which answers to a vote the client was never shown.
    async stop() {
      server.kill();
      await ended;
      execFileSync('fakejira', ['coverage', coverage, '--of', 'jira.votes.add'], { stdio: 'inherit' });
      await rm(folder, { recursive: true });
    },
  };
}
