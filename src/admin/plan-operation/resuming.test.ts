import { describe, expect, it } from 'vitest';
import {
  answerChunk,
  decideUnknown,
  nextStepOf,
  recoverChunk,
  resolveChunk,
  sendChunk,
  startProgress,
  type Chunk,
  type ChunkProgress,
  type OperationKind,
} from './index.ts';
import { outcomesFor } from './outcomes.ts';

const learners = Array.from({ length: 12 }, (_, index) => `learner-${index}@company.example`);
const kinds: OperationKind[] = ['assign', 'revoke', 'enroll'];

/** A service that does things, and an operation that is killed, throttled and left without answers. */
describe.each(kinds)('%s, killed and resumed at random', (kind) => {
  it.each(Array.from({ length: 100 }, (_, seed) => seed))('does each address once (%s)', (seed) => {
    const random = createRandom(seed * 7 + kinds.indexOf(kind));
    const service = createService(kind);
    let stored = JSON.stringify(startProgress(chunksOf(kind)));
    const read = () => JSON.parse(stored) as ChunkProgress[];
    const write = (index: number, chunk: ChunkProgress) => {
      stored = JSON.stringify(read().with(index, chunk));
    };
    const isHit = () => random() < 0.25;

    let result = '';
    for (let turn = 0; result === '' && turn < 1_000; turn += 1) {
      const chunks = read();
      const step = nextStepOf(chunks);
      if (step.do === 'finish') {
        result = step.result;
        continue;
      }
      const chunk = chunks[step.index]!;
      if (step.do === 'await') {
        // Only a killed server leaves it so.
        stored = JSON.stringify(chunks.map(recoverChunk));
      } else if (step.do === 'decide') {
        if (isHit()) continue;
        write(step.index, resolveChunk(chunk, decideUnknown(chunk, service.counts())));
      } else if (step.do === 'ask') {
        // A person who looked.
        const isDone = service.hasDone(chunk.request);
        write(step.index, resolveChunk(chunk, isDone ? 'done' : 'again'));
      } else {
        write(step.index, sendChunk(chunk, service.counts()));
        const sent = read()[step.index]!;
        if (isHit()) continue;
        if (isHit()) {
          write(step.index, answerChunk(sent, { kind: 'postponed', reason: 'throttled' }));
          continue;
        }
        service.send(chunk.request);
        if (isHit()) continue;
        const outcomes = outcomesFor(chunk.request, 'succeeded', { code: 'found-done' });
        write(
          step.index,
          answerChunk(sent, isHit() ? { kind: 'lost' } : { kind: 'answered', outcomes }),
        );
      }
    }

    expect(result).toBe('done');
    expect(read().flatMap(({ outcomes = [] }) => outcomes.map(({ email }) => email))).toEqual(
      learners,
    );
    expect(service.done()).toEqual(new Map(learners.map((email) => [email, 1])));
  });
});

function chunksOf(kind: OperationKind): Chunk[] {
  return Array.from({ length: 4 }, (_, index) => {
    const emails = learners.slice(index * 3, index * 3 + 3);
    return kind === 'enroll' ? { kind, emails, courseRunKeys: ['run-1'] } : { kind, emails };
  });
}

/** Assigning and revoking what is done already changes nothing; enrolling does it once more. */
function createService(kind: OperationKind) {
  const done = new Map<string, number>();
  return {
    send({ emails }: Chunk) {
      for (const email of emails) {
        const times = done.get(email) ?? 0;
        done.set(email, kind === 'enroll' ? times + 1 : 1);
      }
    },
    counts: () =>
      kind === 'revoke'
        ? { activated: 20 - done.size, assigned: 5, revoked: 1 + done.size }
        : { activated: 20, assigned: 5 + done.size, revoked: 1 },
    hasDone: ({ emails }: Chunk) => emails.every((email) => done.has(email)),
    done: () => done,
  };
}

/** Numerical Recipes' generator: the same numbers for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
