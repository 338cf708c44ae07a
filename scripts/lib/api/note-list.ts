import type { RefusedItem } from '#enterprise-api';
import type { Output } from './output.ts';

/** Says what a list lacks, beside it. */
export function noteList(output: Output, list: { refused: RefusedItem[]; notes: string[] }): void {
  for (const note of list.notes) output.note(note);
  for (const { key, problems } of list.refused) {
    const reasons = problems.map(({ path, reason }) => `${path}: ${reason}`).join('; ');
    output.note(`Left out: ${key}. ${reasons}`);
  }
}
