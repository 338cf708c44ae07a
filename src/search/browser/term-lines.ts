/**
 * Subjects, skills and partners by the words of their names, in files of `search/columns/`: a line for each word of
 * each name, in the order of words, so that what a beginning can mean lies side by side.
 */
const separator = '\t';

/** The kinds that a suggestion can lead to. */
export type SuggestedKind = 'subject' | 'skill' | 'partner';

export interface TermLine {
  /** One of the name's words, folded (`tokenize`). */
  word: string;
  kind: SuggestedKind;
  /** Of its page, below the home page of a language. */
  path: string;
  name: string;
  /** Courses and programs that have it. */
  count: number;
}

/** The files of lines: the first word in each, and their names. */
export interface TermFiles {
  starts: string[];
  files: string[];
}

export function formatTermLine({ word, kind, path, name, count }: TermLine): string {
  return [word, kind, path, count, name.replaceAll(/\s+/g, ' ')].join(separator);
}

export function parseTermLine(line: string): TermLine {
  const [word = '', kind, path = '', count, name = ''] = line.split(separator);
  return { word, kind: kind as SuggestedKind, path, count: Number(count), name };
}
