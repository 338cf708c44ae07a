import type { CourseRunResource, ProgramResource } from '#enterprise-api/contract';

/** Whether a run may be shown (design §5): not hidden, and neither unpublished nor under review. */
export function isVisibleRun(run: CourseRunResource): boolean {
  const status = run.status?.toLowerCase() ?? '';
  return run.hidden !== true && status !== 'unpublished' && !status.startsWith('review_by_');
}

/** Whether a program may be shown (design §5). `unpublished` may: the reference's own example is. */
export function isVisibleProgram(program: ProgramResource): boolean {
  const status = program.status?.toLowerCase() ?? '';
  return program.hidden !== true && status !== 'retired' && status !== 'deleted';
}
