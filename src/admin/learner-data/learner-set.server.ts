import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  createRowFilter,
  formatCsv,
  formatOrdering,
  learnerIdOf,
  orderRows,
  reportLearners,
  type LearnerFilter,
  type LearnerReport,
  type LearnerRow,
  type Ordering,
} from '../learners/index.ts';
import { learnerIdentityOf } from '../learners/learner-id.ts';

/** Rows looked at before other requests get a turn. */
const rowsPerTurn = 5000;

/** Orders kept ready: four bytes for each row and order. */
const keptOrders = 8;

/** All rows of one load; later loads don't change it, so that what is being read from it stays whole. */
export interface LearnerSet {
  facts: LearnerSetFacts;
  /** In the order asked for, or as they came. */
  rows: (choice?: RowChoice) => AsyncGenerator<LearnerRow>;
  /** From 1 on; a page beyond the last is the last. */
  page: (choice: RowChoice & { page: number; pageSize: number }) => Promise<LearnerRowPage>;
  /**
   * Without a filter it costs nothing: it was made while the rows came in. It also has all values to choose from
   * in a filter, with how often each occurs: `statuses`, `pacings`, `subjects`, `courses`.
   */
  report: (choice?: { filter?: LearnerFilter | undefined }) => Promise<LearnerReport>;
  /** What stands for the learner of a row; undefined where the row doesn't say whose it is. */
  idOf: (row: LearnerRow) => string | undefined;
  /** All rows of the learner of an id, as they came; none where nobody has it. */
  learner: (id: string) => LearnerRow[];
  /** Parts of a file, made as they are read. */
  csv: (choice?: RowChoice & { hasByteOrderMark?: boolean | undefined }) => AsyncGenerator<string>;
}

export interface LearnerSetFacts {
  /** When the last row was there, in milliseconds. */
  loadedAt: number;
  rows: number;
  /** The latest `created` of the rows: what the service knew then. */
  dataAsOf: string | undefined;
  /** Rows that did not fit the contract and are missing. */
  refused: number;
  /** False where pages are missing, `lostPages` of which failed and others were not asked for any more. */
  isComplete: boolean;
  lostPages: number;
  /** Whether the list changed while it was read, so that rows may be missing. */
  isSuspect: boolean;
}

export interface LearnerRowPage {
  rows: LearnerRow[];
  /** Of all pages. */
  total: number;
  page: number;
  pages: number;
}

export function createLearnerSet({ rows, report, idKey, facts }: LearnerSetParts): LearnerSet {
  const orders = new Map<string, Uint32Array>();
  return {
    facts: { ...facts, rows: rows.length, dataAsOf: report.dataAsOf },
    rows: select,
    async page({ page, pageSize, ...choice }) {
      const found: LearnerRow[] = [];
      for await (const row of select(choice)) found.push(row);
      const pages = Math.max(1, Math.ceil(found.length / pageSize));
      const shown = Math.min(Math.max(1, page), pages);
      const start = (shown - 1) * pageSize;
      return {
        rows: found.slice(start, start + pageSize),
        total: found.length,
        page: shown,
        pages,
      };
    },
    report: async ({ filter } = {}) =>
      isEmpty(filter) ? report : reportLearners(select({ filter }), { now: facts.loadedAt }),
    ...createIds(rows, idKey),
    csv: ({ hasByteOrderMark, ...choice } = {}) => formatCsv(select(choice), { hasByteOrderMark }),
  };

  async function* select({ filter, ordering }: RowChoice = {}): AsyncGenerator<LearnerRow> {
    const matches = createRowFilter(filter ?? {});
    const order = ordering && orderOf(ordering);
    for (let place = 0; place < rows.length; place += 1) {
      if (place % rowsPerTurn === 0) await nextTurn();
      const row = rows[order?.[place] ?? place];
      if (row !== undefined && matches(row)) yield row;
    }
  }

  function orderOf(ordering: Ordering): Uint32Array {
    const name = formatOrdering(ordering);
    const order = orders.get(name) ?? orderRows(rows, ordering);
    orders.delete(name);
    orders.set(name, order);
    const [oldest] = orders.keys();
    if (orders.size > keptOrders && oldest !== undefined) orders.delete(oldest);
    return order;
  }
}

function createIds(rows: readonly LearnerRow[], key: string) {
  const ids = new Map<string, string>();
  const identities = new Map<string, string>();
  for (const row of rows) {
    const identity = learnerIdentityOf(row);
    if (identity === undefined || ids.has(identity)) continue;
    const id = learnerIdOf(row, key) ?? '';
    ids.set(identity, id);
    identities.set(id, identity);
  }
  return {
    idOf(row: LearnerRow): string | undefined {
      const identity = learnerIdentityOf(row);
      return identity && ids.get(identity);
    },
    learner(id: string): LearnerRow[] {
      const identity = identities.get(id);
      if (identity === undefined) return [];
      return rows.filter((row) => learnerIdentityOf(row) === identity);
    },
  };
}

function isEmpty(filter: LearnerFilter | undefined): boolean {
  return Object.values(filter ?? {}).every((value) => value === undefined);
}

interface RowChoice {
  filter?: LearnerFilter | undefined;
  ordering?: Ordering | undefined;
}

interface LearnerSetParts {
  rows: readonly LearnerRow[];
  /** Of all the rows. */
  report: LearnerReport;
  /** See `learnerIdOf`. */
  idKey: string;
  facts: Omit<LearnerSetFacts, 'rows' | 'dataAsOf'>;
}
