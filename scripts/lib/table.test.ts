import { expect, test } from 'vitest';
import { formatTable, type Column } from './table.ts';

interface Row {
  name?: string | null;
  key: string;
  count?: number;
}

const columns: Column<Row>[] = [
  { title: 'NAME', value: ({ name }) => name },
  { title: 'KEY', value: ({ key }) => key, isWhole: true },
  { title: 'COUNT', value: ({ count }) => count, isOptional: true },
];

test('columns are as wide as their longest value; what is missing is empty', () => {
  expect(formatTable(columns, [{ name: 'Ada', key: 'k-1', count: 7 }, { key: 'key-22' }])).toBe(
    ['NAME  KEY     COUNT', 'Ada   k-1         7', '      key-22', ''].join('\n'),
  );
});

test('a narrow line loses what it can do without, then the ends of long texts', () => {
  const rows = [{ name: 'A rather long name of a thing', key: 'a-key-that-stays', count: 12 }];

  expect(formatTable(columns, rows, 40)).toBe(
    [
      'NAME             KEY               COUNT',
      'A rather long…   a-key-that-stays     12',
      '',
    ].join('\n'),
  );
  expect(formatTable(columns, rows, 30)).toBe(
    ['NAME          KEY', 'A rather lo…  a-key-that-stays', ''].join('\n'),
  );
});

test('letters that take two columns count twice', () => {
  const rows = [
    { name: '数据科学', key: 'k' },
    { name: 'Ada', key: 'k' },
  ];

  expect(formatTable(columns.slice(0, 2), rows)).toBe(
    ['NAME      KEY', '数据科学  k', 'Ada       k', ''].join('\n'),
  );
});

test('nothing steers the terminal or breaks the line', () => {
  expect(formatTable(columns.slice(0, 1), [{ name: 'a\u001B[31m\nb\u202Ec', key: '' }])).toBe(
    'NAME\na [31m bc\n',
  );
});
