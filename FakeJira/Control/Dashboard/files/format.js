// How numbers, times and texts are written.

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'UTC', hour12: false });

/** The time of day in UTC, with milliseconds. */
export const timeOf = iso => `${clock.format(new Date(iso))}.${(iso.split('.')[1] ?? '000').slice(0, 3).padEnd(3, '0').replace(/\D/g, '0')}`;

/** Day and time of day in UTC. */
export const momentOf = iso => `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;

export const count = number => number.toLocaleString('en');

export const some = (number, one, many = `${one}s`) => `${count(number)} ${number === 1 ? one : many}`;

/** How long an answer took to make, and how much later it was sent. */
export function tookOf(milliseconds, delay) {
  const made = milliseconds < 0.1 ? '<0.1 ms' : milliseconds < 10 ? `${milliseconds.toFixed(1)} ms` : `${Math.round(milliseconds)} ms`;
  return delay > 0 ? `${made} + ${delay < 1000 ? `${Math.round(delay)} ms` : `${(delay / 1000).toFixed(1)} s`}` : made;
}

/** A JSON text with its lines; another text as it is. */
export function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** DocumentedElsewhere as people write it. */
export const words = name => name.replace(/(?<=[a-z])[A-Z]/g, letter => ` ${letter.toLowerCase()}`).toLowerCase();
