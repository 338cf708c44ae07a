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
    const { status, method, path, detail } = fields;
    super(
      `${method} ${path} answered ${status}${detail === '' ? '' : `: ${detail}`}.${adviceFor(status)}`,
    );
    this.status = status;
    this.method = method;
    this.path = path;
    this.detail = detail;
    this.isStructured = fields.isStructured;
    this.retryAfterMs = fields.retryAfterMs;
  }
}

/** No answer came: the network failed, or the time limit of a call ran out. */
export class EnterpriseApiConnectionError extends EnterpriseApiError {
  override name = 'EnterpriseApiConnectionError' as const;
}

/** An answer came that is not what the contract says: cut off, too large, no JSON, or of a wrong shape. */
export class EnterpriseApiResponseError extends EnterpriseApiError {
  override name = 'EnterpriseApiResponseError' as const;
  readonly path: string;

  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(`The answer of ${path} ${reason}.`, options);
    this.path = path;
  }
}

const advice: Record<number, string> = {
  401: ' Check ENTERPRISE_API_CLIENT_ID and ENTERPRISE_API_CLIENT_SECRET (or ENTERPRISE_API_TOKEN).',
  403: ' The credentials may not see this; ask edX for access.',
  429: ' Lower ENTERPRISE_API_RATE.',
};

function adviceFor(status: number): string {
  return advice[status] ?? '';
}
