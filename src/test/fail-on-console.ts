import { afterEach, beforeEach, expect, vi } from 'vitest';

const methods = ['error', 'warn'] as const;

// An unexpected message on the console fails the test that wrote it. A test that expects one takes
// it away: `vi.spyOn(console, 'error').mockImplementation(() => undefined)`.
const written: string[] = [];

beforeEach(() => {
  written.length = 0;
  for (const method of methods) {
    vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => {
      written.push(`console.${method}: ${parts.map(String).join(' ')}`);
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(written, 'unexpected messages on the console').toEqual([]);
});
