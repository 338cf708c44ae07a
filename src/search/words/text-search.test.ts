import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCourseRecord } from '../../test/search-records.ts';
import { createTextSearch, type TextSearch } from '../browser/text/text-search.ts';
import type { SearchRecord } from '../record.ts';
import { createWordsIndex } from './words-index.ts';
import { writeWords } from './write-words.ts';

const records = [
  createRecord('Machine Learning Basics', { skills: ['Machine Learning', 'Regression'] }),
  createRecord('Deep Networks', { skills: ['Machine Learning', 'Neural Networks'] }),
  createRecord('Vending Machine Repair', { skills: ['Maintenance'] }),
  createRecord('Cyber Security at Home', { skills: ['Passwords'] }),
  createRecord('Programming in R', { skills: ['Statistics'] }),
  createRecord('Programming in C++', { skills: ['Debugging'] }),
  createRecord('Web Services with .NET', { skills: ['Cloud'] }),
  createRecord('Managing a Small Team', { skills: ['Leadership'] }),
  createRecord('Geographic Methods', { skills: ['Geographic Information Systems (GIS)'] }),
  createRecord('Colour for Screens', { skills: ['Painting'] }),
  createRecord('Économie du quotidien', { skills: ['Economics'] }),
  createRecord('数据分析入门', { skills: ['Spreadsheets'] }),
  createRecord('تحليل البيانات للجميع', { skills: ['Spreadsheets'], enrollments: 900 }),
  createRecord('Основы анализа данных', { skills: ['Spreadsheets'] }),
  createRecord('Fewer Meetings', { skills: ['Time'], body: 'Includes a chapter on origami.' }),
  createRecord('Fewer Meetings, Better Ones', { skills: ['Time'] }),
  createRecord('A Good Offsite', { skills: ['Time'], body: 'For every Tarnholt colleague.' }),
  createRecord('Fabric for Walls', { skills: ['Painting'] }),
];
const openRecords = records.length - 1;

let folder: string;
let search: TextSearch;
let asked: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'words-'));
  search = await openSearch('words', records, [['offsite', 'team retreat']]);
});

afterAll(() => rm(folder, { recursive: true }));

describe('the first answer', () => {
  test.each([
    ['for a title', 'Fewer Meetings', 'Fewer Meetings'],
    ['for a longer title', 'Fewer Meetings, Better Ones', 'Fewer Meetings, Better Ones'],
    ['for its beginning', 'fewer meet', 'Fewer Meetings'],
    ['for words that make one name', 'machine learning', 'Machine Learning Basics'],
    ['for an acronym', 'ML', 'Machine Learning Basics'],
    ['for an acronym that the data explains', 'gis', 'Geographic Methods'],
    ['for a language of one letter', 'r', 'Programming in R'],
    ['for a language with signs', 'c++', 'Programming in C++'],
    ['for a name that begins with a dot', '.net', 'Web Services with .NET'],
    ['for another spelling', 'color', 'Colour for Screens'],
    ['for a form of the word', 'manager', 'Managing a Small Team'],
    ['for two words written as one', 'cybersecurity', 'Cyber Security at Home'],
    ['for one word written as two', 'geo graphic methods', 'Geographic Methods'],
    ['for a synonym of the domain', 'coding in c++', 'Programming in C++'],
    ['for a synonym of the company', 'team retreat', 'A Good Offsite'],
    ['for letters that changed places', 'amchine learning', 'Machine Learning Basics'],
    ['for a missing letter', 'machne lerning', 'Machine Learning Basics'],
    ['for a missing space', 'machinelearning', 'Machine Learning Basics'],
    ['for another first letter', 'nanaging', 'Managing a Small Team'],
    ['without accents', 'economie', 'Économie du quotidien'],
    ['in a script without spaces', '分析', '数据分析入门'],
    ['by one character', '门', '数据分析入门'],
    ['in Arabic without the article', 'بيانات', 'تحليل البيانات للجميع'],
    ['in another case of Russian', 'анализ', 'Основы анализа данных'],
    ['for a wish', 'how do I become better at programming in r', 'Programming in R'],
    ['for a word of the full text', 'origami', 'Fewer Meetings'],
    ['of two, what can be started', 'painting', 'Colour for Screens'],
    ['of two that say it equally, the popular one', 'spreadsheets', 'تحليل البيانات للجميع'],
  ])('%s: %s', async (_, query, title) => {
    expect((await titlesOf(query))[0]).toBe(title);
  });
});

describe('an honest empty answer', () => {
  test.each(['xyzzy', 'qwertzuiop', 'underwater basket weaving', 'KIT+NOPE9', '火星', '…', ''])(
    'for %j',
    async (query) => {
      expect(await titlesOf(query)).toEqual([]);
    },
  );
});

describe('the correction', () => {
  test('is searched where nothing has the word', async () => {
    expect((await search.find('machine lerning')).correction).toEqual({
      query: 'machine learning',
      isSearchedInstead: true,
    });
  });

  test('is never of what stands in quotation marks', async () => {
    expect(await search.find('"lerning"')).toEqual({ rows: [], matched: [] });
  });

  test('leaves out what is nowhere, for the visitor to take', async () => {
    expect(await search.find('painting xyzzy')).toMatchObject({
      rows: [],
      correction: { query: 'painting', isSearchedInstead: false },
    });
  });

  test.each(['machine learning', 'origami', 'xyzzy'])('is none for %s', async (query) => {
    expect((await search.find(query)).correction).toBeUndefined();
  });
});

test('puts what has the words of a name before what has one of them', async () => {
  expect(await titlesOf('machine learning')).toEqual([
    'Machine Learning Basics',
    'Deep Networks',
    'Vending Machine Repair',
  ]);
});

test('tells in which forms the words were met', async () => {
  expect((await search.find('colors painting')).matched).toEqual(
    expect.arrayContaining(['colour', 'painting']),
  );
});

test('asks for full texts only where no item has all words, or for a phrase', async () => {
  asked = [];
  await search.find('machine learning');
  await search.find('xyzzy');
  await search.find('origami painting');
  await search.find('"small team"');

  expect(asked).toEqual(['origami painting', '"small team"']);
});

test('fetches each file once', async () => {
  const fetched: string[] = [];
  const counting = await openSearch('counted', records, [], fetched);
  await counting.find('machine learning');
  await counting.find('machine learning');

  expect(new Set(fetched).size).toBe(fetched.length);
});

test('the same records give the same files', async () => {
  await openSearch('again', records, [['offsite', 'team retreat']]);

  expect(await readdir(join(folder, 'again'))).toEqual(await readdir(join(folder, 'words')));
});

async function openSearch(
  name: string,
  all: readonly SearchRecord[],
  synonyms: string[][],
  fetched: string[] = [],
): Promise<TextSearch> {
  const index = createWordsIndex(synonyms);
  for (const record of all) index.add(record);
  const rootName = await writeWords(join(folder, name), index, {
    rows: all.map((_, row) => row),
    openRows: openRecords,
  });
  return createTextSearch({
    rootName,
    fetchPiece: (piece) => {
      fetched.push(piece);
      return readFile(join(folder, name, piece), 'utf8');
    },
    askPagefind: (query) => {
      asked.push(query);
      return Promise.resolve([]);
    },
  });
}

async function titlesOf(query: string): Promise<string[]> {
  asked = [];
  return (await search.find(query)).rows.map((row) => records[row]?.text.title ?? '');
}

function createRecord(
  title: string,
  { skills, body = '', enrollments }: { skills: string[]; body?: string; enrollments?: number },
): SearchRecord {
  const record = createCourseRecord({
    key: `KIT+${title.replaceAll(/\W/g, '')}1`,
    title,
    ...(enrollments !== undefined && { enrollments }),
  });
  return {
    ...record,
    card: { ...record.card, summary: '' },
    text: { ...record.text, subjects: [], skills, body },
  };
}
