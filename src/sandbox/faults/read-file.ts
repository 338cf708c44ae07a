import { readFileSync } from 'node:fs';
import { FaultPlanError, parseFaultPlan, type FaultPlan } from './schema.ts';

/** Reads faults from a JSON file. The error says what to correct: every problem with its place. */
export function readFaultsFile(file: string): FaultPlan {
  const raw = parseJson(readFileSync(file, 'utf8'), file);
  try {
    return parseFaultPlan(raw);
  } catch (error) {
    if (!(error instanceof FaultPlanError)) throw error;
    throw new Error(`${file} holds faults that cannot be used:\n  ${error.problems.join('\n  ')}`, {
      cause: error,
    });
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is no JSON. ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    });
  }
}
