export interface Timer {
  /** Does `action` when the time has passed without another start. */
  start: (action: () => void) => void;
  stop: () => void;
}

export function createTimer(delayMs: number): Timer {
  let running: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => clearTimeout(running);
  return {
    stop,
    start: (action) => {
      stop();
      running = setTimeout(action, delayMs);
    },
  };
}
