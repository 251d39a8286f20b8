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

/** Adds up what is told for a while, then does something with the sum. */
export function later(action, pause) {
  let sum = 0;
  let timer = 0;
  return {
    tell(number = 1) {
      sum += number;
      timer ||= setTimeout(() => {
        const told = sum;
        sum = 0;
        timer = 0;
        action(told);
      }, pause);
    },
    forget() {
      clearTimeout(timer);
    },
  };
}
