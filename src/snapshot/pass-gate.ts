import type { DatabaseSync } from 'node:sqlite';
import { compareWithReport } from './compare-with-report.ts';
import { findImplausible, type GateLimits } from './gate.ts';
import { SyncRefusedError, type GateRule } from './sync-error.ts';
import { writeMeta, type Refusal } from './work-file.ts';

interface Gate {
  limits: GateLimits;
  hasPrevious: boolean;
  /** A last snapshot whose tables are another version's: its report is what there is to compare with. */
  older: string | undefined;
  /** Milliseconds. */
  now: number;
  accept: readonly GateRule[];
}

/**
 * Lets a plausible snapshot pass.
 * @returns what was let through because the operator accepts it
 * @throws a `SyncRefusedError` that names every rule, both numbers and how to let it through
 */
export function passGate(
  database: DatabaseSync,
  { limits, hasPrevious, older, accept, now }: Gate,
): string[] {
  const findings = [
    ...findImplausible(database, limits, hasPrevious),
    ...(older === undefined ? [] : compareWithReport(database, limits, older)),
  ];
  const refused = findings.filter(({ rule }) => !accept.includes(rule));
  const [first] = refused;
  if (first === undefined) return findings.map(({ rule, message }) => `${rule}: ${message}`);
  const rules = [...new Set(refused.map(({ rule }) => rule))];
  const refusal: Refusal = { rules, at: now };
  writeMeta(database, 'refused', refusal);
  throw new SyncRefusedError(
    first.rule,
    [
      'The new snapshot is not plausible and is not published; the last one stays in use.',
      ...refused.map(({ rule, message }) => `  ${rule}: ${message}`),
      `If that is right, let it through once: npm run sync -- ${rules.map((rule) => `--accept ${rule}`).join(' ')}`,
    ].join('\n'),
  );
}
