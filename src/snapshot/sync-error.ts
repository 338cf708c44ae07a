/** A sync that did not succeed: says what failed and what to do. The old snapshot stays the current one. */
export class SyncError extends Error {
  override name: string = 'SyncError';
}

/** Another process is at work in the same folder. Nothing has failed. */
export class SyncBusyError extends SyncError {
  override name = 'SyncBusyError';
}

/** Why a snapshot is refused, and the exit code that says so (design §6.9). */
export const refusalExitCodes = {
  'catalog-vanished': 10,
  'courses-dropped': 11,
  'runs-dropped': 12,
  'programs-dropped': 13,
  'enrollment-links-dropped': 14,
  'items-refused': 15,
  'field-gone': 16,
  'catalog-failed': 17,
  'snapshot-too-old': 18,
} as const;

/** Rules of the plausibility gate, each of which `--accept` lets through once. */
export type GateRule = Exclude<keyof typeof refusalExitCodes, 'snapshot-too-old'>;

export const gateRules = Object.keys(refusalExitCodes).filter(
  (rule): rule is GateRule => rule !== 'snapshot-too-old',
);

/** A snapshot that was made, or is there, and must not be published. */
export class SyncRefusedError extends SyncError {
  override name = 'SyncRefusedError';
  readonly exitCode: number;
  readonly rule: keyof typeof refusalExitCodes;

  constructor(rule: keyof typeof refusalExitCodes, message: string, options?: ErrorOptions) {
    super(message, options);
    this.rule = rule;
    this.exitCode = refusalExitCodes[rule];
  }
}
