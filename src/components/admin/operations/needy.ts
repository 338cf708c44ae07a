import type { OperationReport } from '#admin/operation-report';

/** Whether there is something that somebody should look at. */
export function isNeedy({ needy, retry }: Pick<OperationReport, 'needy' | 'retry'>): boolean {
  return needy.lines.length > 0 || retry !== undefined;
}
