export type Confirmed = { kind: 'confirmed'; id: string } | { kind: 'refused'; why: Refusal };

/** Why nothing was sent. `unreadable`: the plan could not be read; after a `fault`, something may have been. */
export type Refusal =
  'unknown-plan' | 'unreadable' | 'not-reviewed' | 'changed' | 'blocked' | 'not-typed' | 'fault';
