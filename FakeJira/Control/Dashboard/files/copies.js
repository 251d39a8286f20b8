// A request of the journal as something that can be used elsewhere.

const LEFT_OUT = new Set(['host', 'content-length', 'connection', 'accept-encoding', 'user-agent', 'accept', 'transfer-encoding']);
const OF_THE_SERVER = new Set(['content-length', 'date', 'x-fakejira-rule', 'x-fakejira-stub', 'transfer-encoding', 'x-arequestid', 'atl-traceid']);

/** One line for a POSIX shell. */
export function curlOf(request) {
  const parts = ['curl', '-i'];
  if (request.method !== 'GET') {
    parts.push('-X', quoted(request.method));
  }

  parts.push(quoted(request.url));
  for (const { name, value } of request.headers.filter(header => !LEFT_OUT.has(header.name.toLowerCase()))) {
    parts.push('-H', quoted(`${name}: ${value}`));
  }

  if (request.body) {
    parts.push('--data-binary', quoted(request.body));
  }

  return parts.join(' ');
}

/** A mapping file that gives the same answer to the same request. */
export function mappingOf(request, prefix) {
  const asked = { Path: matcher(decoded(request.path.startsWith(prefix) ? request.path.slice(prefix.length) : request.path)), Methods: [request.method] };
  const params = [...new URLSearchParams(request.query)];
  if (params.length > 0) {
    asked.Params = params.map(([name, value]) => ({ Name: name, Matchers: [{ Name: 'ExactMatcher', Pattern: value }] }));
  }

  const json = parsed(request.body);
  if (json !== undefined && typeof json === 'object' && json !== null) {
    asked.Body = { Matcher: { Name: 'JsonMatcher', Pattern: json } };
  } else if (request.body) {
    asked.Body = { Matcher: { Name: 'ExactMatcher', Pattern: request.body } };
  }

  const answer = { StatusCode: request.status };
  const headers = Object.fromEntries(request.answerHeaders.filter(header => !OF_THE_SERVER.has(header.name.toLowerCase())).map(({ name, value }) => [name, value]));
  if (Object.keys(headers).length > 0) {
    answer.Headers = headers;
  }

  const body = parsed(request.answer);
  if (body !== undefined && typeof body === 'object' && body !== null) {
    answer.BodyAsJson = body;
  } else if (request.answer) {
    answer.Body = request.answer;
  }

  return JSON.stringify({ Title: `${request.method} ${request.path}`, Request: asked, Response: answer }, null, 2);
}

const matcher = path => ({ Matchers: [{ Name: 'ExactMatcher', Pattern: path }] });

const quoted = text => /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
