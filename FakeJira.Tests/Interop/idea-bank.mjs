// A client of idea banks in JavaScript: node idea-bank.mjs ADDRESS TOKEN. Prints what each of its calls came to, a line each.
const [address, token] = process.argv.slice(2);
const voteOn = (id) => new URL(`public/ideabank/proposals/${id}/vote`, address);

async function cast(key, id, vote) {
  const headers = { 'Authorization': key, 'Content-Type': 'application/json' };
  const response = await fetch(voteOn(id), { method: 'POST', headers, body: JSON.stringify({ vote }) });
  return response.ok ? JSON.stringify(await response.json()) : `refused: ${response.status}`;
}

async function remove(key, id) {
  const response = await fetch(voteOn(id), { method: 'DELETE', headers: { 'Authorization': key } });
  return response.ok ? `removed: ${response.status}` : `refused: ${response.status}`;
}

console.log(await cast(token, 'p-abc123', 1));
console.log(await remove(token, 'p-abc123'));
console.log(await remove(token, 'p-abc123'));
console.log(await cast(token, 'p-nowhere', 1));
console.log(await cast(`Bearer ${token}`, 'p-abc123', 1));
console.log(await cast(token, 'p-abc123', 2));
console.log(await cast(token, 'p-abc123', -1));
