import { describe, expect, it } from 'vitest';
import { createOperationState } from '../../../test/admin-builders.ts';
import { createProgressEvent } from './progress-event.ts';

const event = (state: Parameters<typeof createOperationState>[0]) =>
  createProgressEvent(createOperationState(state));

describe('createProgressEvent', () => {
  it('keeps its key while only numbers change', () => {
    const running = event({ counts: { waiting: 128 } });
    const later = event({ counts: { succeeded: 100, waiting: 28 } });

    expect(later.key).toBe(running.key);
    expect(later.words).not.toBe(running.words);
    expect(later.news).toBe('');
  });

  it('has another key where the page shows other parts', () => {
    const chunk = { addresses: 1, courseRuns: 1, sentAt: 1 };
    const keys = [
      event({ state: 'waiting' }),
      event({ state: 'running' }),
      event({ state: 'running', isStopping: true }),
      event({ state: 'asking', asking: [{ ...chunk, position: 1 }] }),
      event({ state: 'asking', asking: [{ ...chunk, position: 2 }] }),
      event({ state: 'done' }),
    ].map(({ key }) => key);

    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has news once it asks or is over', () => {
    expect(event({ state: 'asking', asking: [] })).toMatchObject({ isOver: false });
    expect(event({ state: 'asking', asking: [] }).news).toContain('Somebody has to say');
    expect(event({ state: 'done', counts: { succeeded: 2 } })).toMatchObject({
      isOver: true,
      news: '2 done.',
    });
  });
});
