/** Tells those who wait in this process that something of an operation has changed. */
export function createChanges() {
  const listeners = new Map<string, Set<() => void>>();
  return {
    tell: (id: string): void => {
      for (const listener of listeners.get(id) ?? []) listener();
    },
    /** The next change from now on; `cancel` where nobody waits for it any more. */
    next: (id: string): { happened: Promise<void>; cancel: () => void } => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const own = listeners.get(id) ?? new Set();
      listeners.set(id, own.add(resolve));
      const cancel = (): void => {
        own.delete(resolve);
        if (own.size === 0) listeners.delete(id);
      };
      return { happened: promise, cancel };
    },
  };
}

export type Changes = ReturnType<typeof createChanges>;
