/** A picture that is not to be had as things stand: its address, type or content is not let in. */
export class ImageRefusedError extends Error {
  override name = 'ImageRefusedError';
}

/** A fetch that failed for a reason that may pass: the network, a busy server. */
export class ImageFailedError extends Error {
  override name = 'ImageFailedError';
  /** How long the server asks to be left alone, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(reason: string, options: ErrorOptions & { retryAfterMs?: number | undefined } = {}) {
    super(reason, options);
    this.retryAfterMs = options.retryAfterMs;
  }
}
