import { formatDay, formatTimestamp } from '../sample/dates.ts';
import { createRandom, requireItem, type Random } from '../sample/random.ts';
import type { Company } from './companies.ts';
import { createLearnerRow } from './create-learner-row.ts';
import type { LearnerRow } from './learner-fields.ts';
import { createPerson } from './people.ts';
import type { RunFacts } from './sample-courses.ts';

/** Each learner takes about so many runs. */
const runsOfLearner = 3;
const refundDays = 14;
const longestDays = 300;
const letters: readonly [minimum: number, letter: string][] = [
  [0.9, 'A'],
  [0.8, 'B'],
  [0.7, 'C'],
  [0, 'D'],
];

interface SampleLearners {
  company: Company;
  /** Of the addresses. */
  domain: string;
  runs: readonly RunFacts[];
  today: Date;
  count: number;
}

/** Enrollments of every kind: with and without consent, running, passed, failed, given up, paid by codes. */
export function* createSampleLearners(sample: SampleLearners): Generator<LearnerRow> {
  for (let index = 0; index < sample.count; index += 1) yield createRow(sample, index);
}

function createRow({ company, domain, runs, today }: SampleLearners, index: number): LearnerRow {
  const random = createRandom(`enrollment:${company.uuid}:${String(index)}`);
  const learner = Math.floor(index / runsOfLearner);
  const person = createPerson(domain, learner);
  // Neighbours in the list are runs of one learner, so never the same.
  const run = requireItem(runs, (learner * 7 + (index % runsOfLearner)) % runs.length);
  const age = random.integer(2, longestDays);
  const created = formatTimestamp(today, 0, 418_003);
  return createLearnerRow({
    company,
    run,
    enrolledOn: toDay(today, -age),
    refundableUntil: toDay(today, refundDays - age),
    created,
    hasConsent: random.chance(0.85),
    learner: {
      enrollment_id: 700_000 + index,
      enterprise_enrollment_id: 90_000 + index,
      enterprise_user_id: person.id,
      enterprise_sso_uid: `${domain.split('.')[0] ?? ''}-${String(person.id)}`,
      user_email: person.email,
      user_username: person.username,
      user_first_name: person.firstName,
      user_last_name: person.lastName,
      user_country_code: person.country,
      user_account_creation_date: formatTimestamp(today, -longestDays - (learner % 900), 271_828),
      total_learning_time_hours: random.integer(0, 60) / 2,
      ...createProgress(random, today, age),
      ...createPayment(random, run.price),
    },
  });
}

/** `age` is days since the enrollment. */
function createProgress(random: Random, today: Date, age: number): Partial<LearnerRow> {
  const quiet = random.integer(0, age);
  const active = { last_activity_date: random.chance(0.04) ? null : toDay(today, -quiet) };
  const outcome = random.integer(1, 20);
  if (outcome <= 7) {
    const grade = random.integer(60, 100) / 100;
    const letter = letters.find(([minimum]) => grade >= minimum)?.[1] ?? null;
    const passed = toDay(today, -quiet);
    return {
      last_activity_date: passed,
      has_passed: 1,
      passed_date: passed,
      progress_status: 'Passed',
      current_grade: grade,
      letter_grade: letter,
      course_progress: 1,
    };
  }
  const grade = random.integer(0, 59) / 100;
  const unfinished = { ...active, current_grade: grade, course_progress: grade };
  if (outcome <= 10) return { ...unfinished, progress_status: 'Failed' };
  if (outcome > 12) return unfinished;
  return { ...unfinished, unenrollment_date: toDay(today, -quiet), is_refunded: outcome % 2 };
}

function createPayment(random: Random, price: number | null): Partial<LearnerRow> {
  const way = random.integer(1, 20);
  if (way === 1) {
    const batch = { coupon_code: 'SPRING-7QX2', coupon_name: 'Spring batch' };
    return { ...batch, contract_id: 'C-20418', seat_delivery_method: 'Code' };
  }
  if (way === 2) {
    const offer = { offer_id: '118', offer_name: 'Tuition offer', offer_type: 'Percentage, 100' };
    return { ...offer, seat_delivery_method: 'Offer' };
  }
  if (way > 3) return {};
  return {
    paid_by: 'Learner',
    amount_learner_paid: price,
    is_subsidy: 0,
    seat_delivery_method: null,
  };
}

function toDay(today: Date, days: number): string {
  return formatDay(today, days).slice(0, 10);
}
