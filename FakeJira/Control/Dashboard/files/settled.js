// Runs something again when it is needed again, never twice at a time, and not more often than every so often.

export function settled(action, pause = 120) {
  let running = false;
  let again = false;
  return async function run() {
    if (running) {
      again = true;
      return;
    }

    running = true;
    do {
      again = false;
      await action();
      await new Promise(resolve => setTimeout(resolve, pause));
    } while (again);
    running = false;
  };
}
