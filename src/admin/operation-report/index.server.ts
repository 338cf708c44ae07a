export { streamEvents } from './event-stream.server.ts';
export {
  findOperationLine,
  listOperationLines,
  type OperationLine,
} from './list-operation-lines.server.ts';
export {
  readOperationReport,
  type OperationReport,
  type ResultPage,
} from './read-operation-report.server.ts';
export type { CodeCounts, ResultLine } from './result-lines.server.ts';
export { streamResultsCsv } from './results-csv.server.ts';
