import { describe, expect, it } from 'vitest';
import { createLearnerRow } from '../../test/admin-builders.ts';
import {
  csvFileNameOf,
  formatCsv,
  learnerFields,
  type LearnerField,
  type LearnerRow,
} from './index.ts';

async function* stream(rows: LearnerRow[]): AsyncGenerator<LearnerRow> {
  yield* rows;
}

async function format(rows: LearnerRow[], fields?: LearnerField[]): Promise<string> {
  const parts: string[] = [];
  for await (const part of formatCsv(stream(rows), { fields })) parts.push(part);
  return parts.join('');
}

describe('formatCsv', () => {
  it("has the reference's names in its order, then what the service adds", async () => {
    const text = await format([]);

    expect(text).toBe(`${learnerFields.join(',')}\r\n`);
    expect(text).toMatch(/^is_consent_granted,amount_learner_paid,contract_id,coupon_code,/);
    expect(text).toMatch(/,user_email,user_username,user_first_name,.*course_passing_grade\r\n$/);
  });

  it.each([
    ['text', 'course_title', 'Art', 'Art'],
    ['a comma', 'course_title', 'Art, Music', '"Art, Music"'],
    ['quotes', 'course_title', 'The "Art"', '"The ""Art"""'],
    ['a line end', 'course_title', 'Art\nMusic', '"Art\nMusic"'],
    ['nothing', 'course_title', null, ''],
    ['a number', 'current_grade', -0.5, '-0.5'],
    ['zero', 'current_grade', 0, '0'],
    ['yes', 'has_passed', true, 'true'],
    ['no', 'has_passed', false, 'false'],
    ['a day', 'passed_date', '2026-11-20', '2026-11-20'],
    ['a moment', 'created', '2026-11-23 02:00:00+00:00', '2026-11-23T02:00:00.000Z'],
    ['what is no date', 'passed_date', '=NOW()', "'=NOW()"],
    ['=', 'course_title', '=1+1', "'=1+1"],
    ['+', 'course_title', '+1', "'+1"],
    ['-', 'user_username', '-ada', "'-ada"],
    ['@', 'course_title', '@SUM(A1)', "'@SUM(A1)"],
    ['a tab', 'course_title', '\tArt', "'\tArt"],
    ['a carriage return', 'course_title', '\rArt', '"\'\rArt"'],
    ['a formula behind spaces', 'course_title', '  =1', "'  =1"],
    ['a wide formula', 'course_title', '＝1', "'＝1"],
    ['a formula in quotes', 'course_title', '=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ['a formula behind another separator', 'course_title', 'Art;=1', "Art;'=1"],
    ['harmless signs', 'course_title', 'C++ = 3-4 @ home', 'C++ = 3-4 @ home'],
    ['other scripts', 'course_title', 'Écriture 日本', 'Écriture 日本'],
  ] as const)('writes %s', async (_, field, value, cell) => {
    const text = await format([createLearnerRow({ [field]: value })], [field]);

    expect(text).toBe(`${field}\r\n${cell}\r\n`);
  });

  it('says of a row without consent only what the course is', async () => {
    const row = createLearnerRow({ is_consent_granted: false });

    expect(
      await format([row], ['is_consent_granted', 'user_email', 'has_passed', 'course_key']),
    ).toBe('is_consent_granted,user_email,has_passed,course_key\r\nfalse,,,KIT+STAT101x\r\n');
  });

  it('may begin with a byte order mark', async () => {
    const options = { fields: ['course_key'] as const, hasByteOrderMark: true };
    const { value } = await formatCsv(stream([]), options).next();

    expect(value).toBe('\uFEFFcourse_key\r\n');
  });

  it('hands on parts while it reads, and reads no more than it hands on', async () => {
    const row = createLearnerRow();
    let read = 0;
    async function* endless() {
      for (;;) {
        read += 1;
        yield row;
      }
    }
    const parts = formatCsv(endless());
    const { value } = await parts.next();
    await parts.return(undefined);

    expect((value ?? '').length).toBeGreaterThan(60_000);
    expect(read).toBeLessThan(1_000);
  });
});

it.each([
  ['Company', 'company-learner-summary-2026-11-23.csv'],
  [undefined, 'learner-summary-2026-11-23.csv'],
  ['日本', 'learner-summary-2026-11-23.csv'],
  ['Müller & Söhne', 'muller-sohne-learner-summary-2026-11-23.csv'],
  ['a"\r\nSet-Cookie: b=c; ../x', 'a-set-cookie-b-c-x-learner-summary-2026-11-23.csv'],
])('names the file of %j', (name, fileName) => {
  expect(csvFileNameOf(name, Date.parse('2026-11-23T06:00:00Z'))).toBe(fileName);
});
