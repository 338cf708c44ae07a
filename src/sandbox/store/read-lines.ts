import { closeSync, openSync, readSync } from 'node:fs';

const newline = 0x0a;
const chunkBytes = 256 * 1024;

export interface Line {
  text: string;
  /** Position of the line in the file, in bytes, without its line end. */
  offset: number;
  length: number;
  /** From 1. */
  number: number;
}

/** Reads the lines of a file that are not empty, holding one line (and a chunk) at a time. */
export function* readLines(file: string): Generator<Line> {
  const descriptor = openSync(file, 'r');
  try {
    let buffer = Buffer.allocUnsafe(chunkBytes);
    let filled = 0;
    let offset = 0;
    let number = 0;
    for (;;) {
      if (filled === buffer.length)
        buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)]);
      const read = readSync(descriptor, buffer, filled, buffer.length - filled, null);
      const searched = filled;
      filled += read;
      if (read === 0 && filled > 0) buffer[filled++] = newline;
      let start = 0;
      let end = buffer.subarray(0, filled).indexOf(newline, searched);
      while (end !== -1) {
        number += 1;
        const text = buffer.toString('utf8', start, end);
        if (text.trim() !== '') yield { text, offset: offset + start, length: end - start, number };
        start = end + 1;
        end = buffer.subarray(0, filled).indexOf(newline, start);
      }
      if (read === 0) return;
      buffer.copyWithin(0, start, filled);
      filled -= start;
      offset += start;
    }
  } finally {
    closeSync(descriptor);
  }
}
