/** Base of everything that the client throws. Messages name what failed, on what, why, and what to do. */
export class EnterpriseApiError extends Error {
  override name = 'EnterpriseApiError';
}

/** The service answered with an error. `path` has no query, so it holds nothing personal. */
export class EnterpriseApiHttpError extends EnterpriseApiError {
  override name = 'EnterpriseApiHttpError' as const;
  readonly status: number;
  readonly method: string;
  readonly path: string;
  /** What the body says, redacted. */
  readonly detail: string;
  /** Whether the body is the service's own word, not a page of something in between. */
  readonly isStructured: boolean;
  /** What the service asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(fields: {
    status: number;
    method: string;
    path: string;
    detail: string;
    isStructured: boolean;
    retryAfterMs: number | undefined;
  }) {
    const { status, method, path, detail, isStructured } = fields;
    super(`${describeAnswer(fields)}${adviceFor(status, isStructured)}`);
    this.status = status;
    this.method = method;
    this.path = path;
    this.detail = detail;
    this.isStructured = isStructured;
    this.retryAfterMs = fields.retryAfterMs;
  }
}

/** The credentials or the token are not accepted: no other call can succeed either. */
export class EnterpriseApiAuthError extends EnterpriseApiError {
  override name = 'EnterpriseApiAuthError' as const;
  readonly status: number;
  readonly path: string;

  constructor(answer: EnterpriseApiHttpError, advice: string) {
    super(`${describeAnswer(answer)} ${advice}`, { cause: answer });
    this.status = answer.status;
    this.path = answer.path;
  }
}

/** The service could not be reached, or the connection broke before the whole answer was there. */
export class EnterpriseApiConnectionError extends EnterpriseApiError {
  override name = 'EnterpriseApiConnectionError' as const;
}

/** The time limit of a call ran out. */
export class EnterpriseApiTimeoutError extends EnterpriseApiError {
  override name = 'EnterpriseApiTimeoutError' as const;
}

/**
 * A call that changes something was sent, and no whole answer came: it may have happened or not. Whether it is
 * safe to send it again is `repeatable` (api-ground-truth §11.7).
 */
export class EnterpriseApiOutcomeError extends EnterpriseApiError {
  override name = 'EnterpriseApiOutcomeError' as const;
  readonly outcome = 'unknown';
  readonly repeatable: boolean;

  constructor(cause: EnterpriseApiError, repeatable: boolean) {
    const advice = repeatable
      ? 'It may be sent again: what is done already stays as it is.'
      : 'Look first whether it happened: sent again, it would be done twice.';
    super(`Whether it happened is not known. ${cause.message} ${advice}`, { cause });
    this.repeatable = repeatable;
  }
}

/** An answer came that is not what the contract says. */
export class EnterpriseApiResponseError extends EnterpriseApiError {
  override name = 'EnterpriseApiResponseError' as const;
  readonly path: string;
  readonly fault: ResponseFault;
  /** Where it does not fit the contract. */
  readonly issues: { path: string; reason: string }[];

  constructor(
    path: string,
    fault: ResponseFault,
    reason: string,
    issues: { path: string; reason: string }[] = [],
  ) {
    super(`The answer of ${path} ${reason}.${faultAdvice[fault]}`);
    this.path = path;
    this.fault = fault;
    this.issues = issues;
  }
}

export type ResponseFault = 'not-json' | 'too-large' | 'redirect' | 'wrong-shape';

const faultAdvice: Record<ResponseFault, string> = {
  'not-json': ' Check that ENTERPRISE_API_URL is the address of the API, and try again later.',
  'too-large': '',
  redirect: ' Set ENTERPRISE_API_URL to the address that answers itself.',
  'wrong-shape': '',
};

const advice: Record<number, string> = {
  403: ' The credentials may not see this; ask edX for access.',
  404: ' Check ENTERPRISE_API_URL if every call ends so.',
  429: ' Lower ENTERPRISE_API_RATE, or wait.',
};

function adviceFor(status: number, isStructured: boolean): string {
  const isOutage = status >= 500 || (status === 400 && !isStructured);
  return isOutage ? ' The service has trouble; try again later.' : (advice[status] ?? '');
}

function describeAnswer(answer: {
  status: number;
  method: string;
  path: string;
  detail: string;
}): string {
  const { status, method, path, detail } = answer;
  return `${method} ${path} answered ${status}${detail === '' ? '' : `: ${detail}`}.`;
}
