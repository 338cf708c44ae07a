/**
 * Ends the process after `close` when it is asked to. npm repeats Ctrl-C to its child, so a second signal
 * must not cut the closing short.
 */
export function closeOnSignal(close: () => Promise<unknown>): void {
  let closing: Promise<unknown> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      closing ??= close().then(() => process.exit(0));
    });
  }
}
