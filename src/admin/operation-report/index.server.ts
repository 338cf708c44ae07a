export {
  findOperationLine,
  listOperationLines,
  type OperationLine,
} from './list-operation-lines.server.ts';
