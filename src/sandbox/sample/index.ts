export function writeSample(_directory: string, _options: { courses?: number; now?: Date }): void {
  throw new Error('not yet');
}
