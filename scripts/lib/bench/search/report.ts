import { formatTable } from '../../table.ts';
import type { Engine } from './engines.ts';
import type { MeasuredQuery } from './measure-engine.ts';
import { summarize } from './metrics.ts';

export interface Measured {
  engine: Engine;
  queries: MeasuredQuery[];
}

/** A line for each kind of query and one for all: right answers in the first three and nDCG@10 of each engine. */
export function formatRelevance(measured: readonly Measured[]): string {
  const kinds = [...new Set(measured[0]?.queries.map(({ judged }) => judged.kind))];
  const rows = [...kinds, undefined].map((kind) => ({
    kind,
    scores: measured.map(({ queries }) =>
      queries
        .filter(({ judged }) => kind === undefined || judged.kind === kind)
        .map(({ score }) => score),
    ),
  }));
  return formatTable(
    [
      { title: 'Kind', value: ({ kind }) => kind ?? 'all' },
      { title: 'Queries', value: ({ scores }) => scores[0]?.length },
      ...measured.flatMap(({ engine: { name } }, index) => [
        {
          title: `${name}: in first 3`,
          value: ({ scores }: (typeof rows)[number]) =>
            `${summarize(scores[index] ?? []).right.toFixed(1)} %`,
        },
        {
          title: 'nDCG@10',
          value: ({ scores }: (typeof rows)[number]) =>
            summarize(scores[index] ?? []).gain?.toFixed(3),
        },
      ]),
    ],
    rows,
  );
}

/** What each engine weighs, and what its visitors transfer. */
export function formatCost(measured: readonly Measured[]): string {
  return formatTable(
    [
      { title: 'Engine', value: ({ engine }) => engine.name },
      { title: 'Index', value: ({ engine }) => `${engine.indexSeconds.toFixed(1)} s` },
      { title: 'Files', value: ({ engine }) => engine.files },
      { title: 'All files', value: ({ engine }) => inKilobytes(engine.bytes) },
      ...(['firstBytes', 'furtherBytes'] as const).flatMap((which) => [
        {
          title: which === 'firstBytes' ? 'First query: median' : 'Further: median',
          value: ({ queries }: Measured) =>
            inKilobytes(
              percentile(
                queries.map((query) => query[which]),
                0.5,
              ),
            ),
        },
        {
          title: '90 %',
          value: ({ queries }: Measured) =>
            inKilobytes(
              percentile(
                queries.map((query) => query[which]),
                0.9,
              ),
            ),
        },
      ]),
      {
        title: 'Requests: median',
        value: ({ queries }) =>
          percentile(
            queries.map(({ firstRequests }) => firstRequests),
            0.5,
          ),
      },
    ],
    [...measured],
  );
}

/** The queries whose first three answers hold nothing right. */
export function formatFailures({ queries }: Measured): string {
  return formatTable(
    [
      { title: 'Nothing right for', value: ({ judged }) => judged.query },
      { title: 'Kind', value: ({ judged }) => judged.kind },
      { title: 'nDCG@10', value: ({ score }) => score.gain?.toFixed(2) },
    ],
    queries.filter(({ score }) => !score.isRight),
  );
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function inKilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KB`;
}
