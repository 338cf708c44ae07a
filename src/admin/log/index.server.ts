export { createLog, type Log, type RequestEntry } from './create-log.server.ts';
