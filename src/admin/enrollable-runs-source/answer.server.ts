import {
  EnrollableRunsError,
  parseEnrollableRuns,
  type EnrollableRuns,
} from '#admin/enrollable-runs';

/** The runs as they were read last, or why there are none; run keys can then be typed (design §3). */
export type RunsAnswer =
  | ({ kind: 'available' } & Pick<EnrollableRuns, 'dataDate' | 'runs'>)
  | {
      kind: 'unavailable';
      /** A page shows words for it. */
      reason: RunsProblem;
      /** A sentence for whoever runs the server. */
      detail: string;
    };

export type RunsProblem =
  | 'not-set-up'
  | 'unreachable'
  /** The file can't be read, or the server answers with an error or leads elsewhere. */
  | 'refused'
  | 'too-large'
  | 'not-json'
  /** JSON, but not of the schema. */
  | 'unexpected';

export function unavailable(reason: RunsProblem, detail: string): RunsAnswer {
  return { kind: 'unavailable', reason, detail };
}

/** `place` is where the bytes come from, for the sentence. */
export function answerFrom(bytes: Uint8Array, place: string): RunsAnswer {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const { dataDate, runs } = parseEnrollableRuns(JSON.parse(text));
    return { kind: 'available', dataDate, runs };
  } catch (error) {
    if (error instanceof EnrollableRunsError) {
      return unavailable('unexpected', `${place}: ${error.message}`);
    }
    return unavailable('not-json', `${place} holds no JSON.`);
  }
}
