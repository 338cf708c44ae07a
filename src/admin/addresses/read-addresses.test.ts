import { describe, expect, it } from 'vitest';
import { readAddresses } from './index.ts';

const ada = 'ada@company.example';
const bob = 'bob@company.example';

function validOf(text: string): string[] {
  return readAddresses(text, { limit: 100_000 }).entries.flatMap((entry) =>
    entry.class === 'valid' ? [entry.email] : [],
  );
}

describe('readAddresses', () => {
  it.each([
    ['one a line', `${ada}\n${bob}`],
    ['Windows line ends', `${ada}\r\n${bob}\r\n`],
    ['old Mac line ends', `${ada}\r${bob}`],
    ['commas', `${ada}, ${bob},`],
    ['semicolons and empty pieces', `;${ada};; ${bob};\n\n`],
    ['tabs', `${ada}\t${bob}`],
    ['spaces', `${ada} ${bob}`],
    ['lists of several in each line', `${ada}, ${bob}\n${ada}, ${bob}`],
    ['a byte order mark', `\uFEFF${ada}\n${bob}`],
    ['upper case', `ADA@Company.Example\n${bob}`],
    ['invisible characters', `\u200Bada\u200D@company.example\u2060\n\u00A0${bob}\u00A0`],
    ['mailto:', `mailto:${ada}?subject=Hello\n${bob}`],
    ['mailto: in brackets', `Ada <mailto:${ada}>\n${bob}`],
    ['names', `Ada Lovelace <${ada}>; Bob <${bob}>`],
    ['names with commas in quotes', `"Lovelace, Ada" <${ada}>, "Bob ""B."" Roe" <${bob}>`],
    ['names without delimiters', `Ada <${ada}> Bob <${bob}>`],
    ['quotes and brackets alone', `"${ada}"\n<${bob}>`],
    ['single quotes', `'${ada}', '${bob}'`],
    ['a header alone', `E-Mail Address\n${ada}\n${bob}`],
    ['a header in the first column', `email,name\n${ada},Ada\n${bob},Bob`],
    ['a header in the last column', `Name;Team;E-Mail\nAda;A;${ada}\nBob;B;${bob}`],
    ['a header behind a line about delimiters', `sep=;\nName;Email\nAda;${ada}\nBob;${bob}`],
    ['commas in cells of another delimiter', `Name;Email\nDoe, Ada;${ada}\nRoe, Bob;${bob}`],
    ['a header of the reference', `user_email\tnote\n${ada}\tx\n${bob}\ty`],
    ['line ends in quoted cells', `name,email\n"Ada\nLovelace",${ada}\n"Bob",${bob}`],
    ['an @ in another column of a table', `email,twitter\n${ada},@ada\n${bob},@bob`],
    ['columns without a header', `1,Ada,${ada}\n2,Bob,${bob}`],
    ['a quote that never closes', `"${ada}\n${bob}`],
  ])('reads %s', (_, text) => {
    expect([...new Set(validOf(text))]).toEqual([ada, bob]);
  });

  it.each([
    ['ada', 'missing-at'],
    ['ada@', 'domain'],
    ['@company.example', 'local-part'],
    ['ada@company', 'domain'],
    ['ada@company..example', 'domain'],
    ['ada@-company.example', 'domain'],
    ['ada@company.example.', 'domain'],
    ['ada@company.1', 'domain'],
    ['ada.@company.example', 'local-part'],
    ['a..da@company.example', 'local-part'],
    ['ada@bob@company.example', 'several-ats'],
    ['ada lovelace@company.example', 'space'],
    ['adá@company.example', 'not-ascii'],
    [`${'a'.repeat(65)}@company.example`, 'too-long'],
    [`ada@${'company.'.repeat(40)}example`, 'too-long'],
  ])('refuses %s: %s', (text, problem) => {
    const { entries, counts } = readAddresses(text, { limit: 10 });

    expect(entries).toEqual([{ class: 'invalid', line: 1, text, problem }]);
    expect(counts).toEqual({ valid: 0, invalid: 1, duplicate: 0, overLimit: 0 });
  });

  it.each([
    "o'neil+tag@company.example",
    'a_b-c.d@sub.company.example',
    'ada@xn--bcher-kva.example',
    'ada@company.xn--p1ai',
  ])('takes %s', (email) => {
    expect(validOf(email)).toEqual([email]);
  });

  it('says which one a duplicate repeats, and keeps the order of the text', () => {
    const { entries, counts } = readAddresses(`${ada}\nnobody\n\nADA@company.example\n${bob}`, {
      limit: 10,
    });

    expect(entries).toEqual([
      { class: 'valid', line: 1, email: ada },
      { class: 'invalid', line: 2, text: 'nobody', problem: 'missing-at' },
      { class: 'duplicate', line: 4, email: ada, firstLine: 1 },
      { class: 'valid', line: 5, email: bob },
    ]);
    expect(counts).toEqual({ valid: 2, invalid: 1, duplicate: 1, overLimit: 0 });
  });

  it('counts neither duplicates nor what is invalid against the limit', () => {
    const { entries, counts } = readAddresses(
      `${ada},x,${ada},${bob},eve@company.example,${bob},eve@company.example`,
      { limit: 2 },
    );

    expect(entries.map((entry) => entry.class)).toEqual([
      'valid',
      'invalid',
      'duplicate',
      'valid',
      'over-limit',
      'duplicate',
      'duplicate',
    ]);
    expect(counts).toEqual({ valid: 2, invalid: 1, duplicate: 3, overLimit: 1 });
  });

  it.each([
    [`Name,E-Mail\nAda,${ada}`, { position: 2, header: 'E-Mail' }],
    [`${ada};Ada\n${bob};Bob`, { position: 1 }],
    [`email\n${ada}`, undefined],
    [`${ada}, ${bob}\n${ada}, ${bob}`, undefined],
  ])('says which column of a table it reads: %j', (text, column) => {
    expect(readAddresses(text, { limit: 10 }).column).toEqual(column);
  });

  it('says which lines of a table have no address', () => {
    const reading = readAddresses(`name,email\nAda,${ada}\nBob,\nEve`, { limit: 10 });

    expect(reading.counts.valid).toBe(1);
    expect(reading.skippedLines).toEqual([3, 4]);
  });

  it('reads Salesforce ids beside addresses, and refuses those of another length', () => {
    const id = '00Q5e00001AbCdEFGH';
    const { entries } = readAddresses(
      `email,salesforce_id\n${ada},${id}\n${bob},\neve@company.example,123`,
      { limit: 10 },
    );

    expect(entries).toEqual([
      { class: 'valid', line: 2, email: ada, salesforceId: id },
      { class: 'valid', line: 3, email: bob },
      { class: 'invalid', line: 4, text: 'eve@company.example', problem: 'salesforce-id' },
    ]);
  });

  it.each(['', ' \n\t\n', '\uFEFF', 'email', ';;,\n'])('finds nothing in %j', (text) => {
    expect(readAddresses(text, { limit: 10 })).toEqual({
      entries: [],
      counts: { valid: 0, invalid: 0, duplicate: 0, overLimit: 0 },
      skippedLines: [],
    });
  });

  it('reads 10,000 lines, quoted or not', () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, index) => `"Person, ${index}",person-${index}@company.example`,
    );

    expect(validOf(`name,email\n${lines.join('\n')}`)).toHaveLength(10_000);
    expect(validOf(lines.map((line) => line.split(',').at(-1)).join('\n'))).toHaveLength(10_000);
  });
});
