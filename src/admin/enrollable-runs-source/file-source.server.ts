import { readFile, stat } from 'node:fs/promises';
import { answerFrom, unavailable, type RunsAnswer } from './answer.server.ts';

/** Answers undefined while there is no such file. */
export function createFileSource(
  file: string,
  maxBytes: number,
): () => Promise<RunsAnswer | undefined> {
  let last: { version: string; answer: Promise<RunsAnswer> } | undefined;
  return async () => {
    try {
      const { ino, ctimeMs, size } = await stat(file);
      if (size > maxBytes) return unavailable('too-large', `${file} is larger than the limit.`);
      // A new site takes the place of the old one by rename, and a copy may keep the time of its content.
      const version = `${ino} ${ctimeMs} ${size}`;
      if (last?.version !== version) {
        last = { version, answer: readFile(file).then((bytes) => answerFrom(bytes, file)) };
      }
      return await last.answer;
    } catch (error) {
      last = undefined;
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      return unavailable('refused', `${file} can’t be read (${code}).`);
    }
  };
}
