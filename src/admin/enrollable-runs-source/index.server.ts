export { createRunsReader, type RunsReader } from './create-runs-reader.server.ts';
export type { RunsAnswer, RunsProblem } from './answer.server.ts';
