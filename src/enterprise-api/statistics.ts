/** Each endpoint that the client calls. */
export type RequestKind =
  | 'token'
  | 'catalogs'
  | 'content'
  | 'course'
  | 'course-run'
  | 'program'
  | 'subscriptions'
  | 'assign'
  | 'revoke'
  | 'enroll'
  | 'learner-summary';

export interface Statistics {
  /** Requests sent, tokens included. */
  requests: number;
  /** How many times a call was tried again after a failure. */
  retries: number;
  requestsByKind: Record<RequestKind, number>;
  /** Of all bodies that came, unpacked. */
  bytes: number;
  /** Milliseconds that requests were held back by the pace and by pauses, added up. */
  pausedMs: number;
}

export function createStatistics(): Statistics {
  return {
    requests: 0,
    retries: 0,
    requestsByKind: {
      token: 0,
      catalogs: 0,
      content: 0,
      course: 0,
      'course-run': 0,
      program: 0,
      subscriptions: 0,
      assign: 0,
      revoke: 0,
      enroll: 0,
      'learner-summary': 0,
    },
    bytes: 0,
    pausedMs: 0,
  };
}

export function countRequest(statistics: Statistics, kind: RequestKind): void {
  statistics.requests += 1;
  statistics.requestsByKind[kind] += 1;
}
