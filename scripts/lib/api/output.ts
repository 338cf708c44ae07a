import { once } from 'node:events';
import { createTable, type Column } from '../table.ts';

/** Rows are written as they come: as one JSON array, or as a table. */
export interface Output {
  isJson: boolean;
  /** One value in place of rows. */
  writeJson: (value: unknown) => Promise<void>;
  writeText: (text: string) => Promise<void>;
  /** The first rows decide the widths of a table's columns. */
  openRows: <Row>(columns: Column<Row>[]) => RowWriter<Row>;
  /** To stderr, so that it is no part of the answer. */
  note: (text: string) => void;
  /** Of a line; undefined where the output is no terminal. */
  width: number | undefined;
}

export interface RowWriter<Row> {
  write: (rows: Row[]) => Promise<void>;
  /** @param nothing what to say on a terminal where no row came */
  end: (nothing: string) => Promise<void>;
}

export function createOutput(stream: NodeJS.WriteStream, isJson: boolean): Output {
  const width = stream.isTTY ? stream.columns : undefined;
  // Whoever reads may have seen enough, as `head` has.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
  const write = async (text: string): Promise<void> => {
    if (!stream.write(text)) await once(stream, 'drain');
  };

  return {
    isJson,
    width,
    writeText: write,
    writeJson: (value) => write(`${JSON.stringify(value, undefined, 2)}\n`),
    note: (text) => {
      console.error(text);
    },
    openRows: (columns) => (isJson ? openJsonRows(write) : openTableRows(write, columns, width)),
  };
}

type Write = (text: string) => Promise<void>;

function openJsonRows<Row>(write: Write): RowWriter<Row> {
  let isFirst = true;
  return {
    async write(rows) {
      if (rows.length === 0) return;
      const text = rows.map((row) => JSON.stringify(row)).join(',\n');
      await write(`${isFirst ? '[\n' : ',\n'}${text}`);
      isFirst = false;
    },
    end: () => write(isFirst ? '[]\n' : '\n]\n'),
  };
}

function openTableRows<Row>(
  write: Write,
  columns: Column<Row>[],
  width: number | undefined,
): RowWriter<Row> {
  let table: ReturnType<typeof createTable<Row>> | undefined;
  return {
    async write(rows) {
      if (rows.length === 0) return;
      if (table === undefined) {
        table = createTable(columns, rows, width);
        await write(`${table.head}\n`);
      }
      const { format } = table;
      await write(rows.map((row) => `${format(row)}\n`).join(''));
    },
    end: (nothing) => (table === undefined ? write(`${nothing}\n`) : Promise.resolve()),
  };
}
