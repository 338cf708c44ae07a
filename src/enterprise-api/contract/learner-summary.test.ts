import { describe, expect, test } from 'vitest';
import { learnerSummary } from './index.ts';

/** Reference §3.13.3, in its order; `is_consent_granted` is there twice. */
const names =
  `is_consent_granted amount_learner_paid contract_id coupon_code coupon_name course_api_url
  course_duration course_end course_key course_list_price course_max_effort course_min_effort
  course_pacing_type course_primary_program course_primary_subject course_start course_title courserun_key
  created current_grade enrollment_date enrollment_id enterprise_customer_uuid enterprise_enrollment_id
  enterprise_name enterprise_sso_uid enterprise_user_id has_passed is_refunded last_activity_date letter_grade
  offer_name offer_type paid_by passed_date progress_status seat_delivery_method unenrollment_date
  unenrollment_end_within_date user_account_creation_date user_country user_current_enrollment_mode user_email
  user_username`.split(/\s+/);

const inReference = {
  is_consent_granted: true,
  amount_learner_paid: 0,
  contract_id: 'c-1',
  coupon_code: 'CODE',
  coupon_name: 'Batch',
  course_api_url: '/enterprise/v1/enterprise-catalogs/company-1/courses/course-v1:A+B+1',
  course_duration: 6,
  course_end: '2026-12-31',
  course_key: 'A+B',
  course_list_price: 99.5,
  course_max_effort: 4,
  course_min_effort: 2,
  course_pacing_type: 'self_paced',
  course_primary_program: 'Data',
  course_primary_subject: 'Computing',
  course_start: '2026-01-15',
  course_title: 'B',
  courserun_key: 'course-v1:A+B+1',
  created: '2026-11-24T05:00:00Z',
  current_grade: 0.87,
  enrollment_date: '2026-02-01',
  enrollment_id: '4711',
  enterprise_customer_uuid: 'company-1',
  enterprise_enrollment_id: '815',
  enterprise_name: 'Company',
  enterprise_sso_uid: 'sso-1',
  enterprise_user_id: '42',
  has_passed: true,
  is_refunded: false,
  last_activity_date: '2026-11-20',
  letter_grade: 'B',
  offer_name: 'Offer',
  offer_type: '100%',
  paid_by: 'enterprise',
  passed_date: '2026-11-19',
  progress_status: 'Passed',
  seat_delivery_method: 'subscription',
  unenrollment_date: '2026-11-21',
  unenrollment_end_within_date: '2026-02-15',
  user_account_creation_date: '2025-01-01T00:00:00Z',
  user_country: 'DE',
  user_current_enrollment_mode: 'verified',
  user_email: 'ada@company.example',
  user_username: 'ada',
};

const { course_duration, course_end, course_start, user_country, ...alike } = inReference;
const deployed = {
  ...alike,
  enrollment_id: 4711,
  enterprise_enrollment_id: 815,
  enterprise_user_id: 42,
  current_grade: '0.87',
  course_duration_weeks: course_duration,
  course_end_date: course_end,
  course_start_date: course_start,
  user_country_code: user_country,
  user_first_name: 'Ada',
  user_last_name: 'L',
  total_learning_time_hours: 12.5,
  course_progress: 0.4,
  a_field_of_tomorrow: 'ada again',
};

test('a row has every value of the reference, in its order', () => {
  expect(Object.keys(learnerSummary.parse({})).slice(0, names.length)).toEqual(names);
});

describe('both sets of names', () => {
  test('the reference’s stay as they are', () => {
    expect(learnerSummary.parse(inReference)).toMatchObject(inReference);
  });

  test('the deployed ones become the reference’s, in any order', () => {
    const reversed = Object.fromEntries(Object.entries(deployed).reverse());
    const row = learnerSummary.parse(reversed);

    expect(row).toMatchObject({
      ...inReference,
      user_first_name: 'Ada',
      total_learning_time_hours: 12.5,
      course_progress: 0.4,
    });
    expect(Object.keys(row).slice(0, names.length)).toEqual(names);
    expect(row).not.toHaveProperty('course_start_date');
    expect(row).not.toHaveProperty('a_field_of_tomorrow');
  });
});

test('absent, null and empty are the same', () => {
  const row = learnerSummary.parse({ is_consent_granted: true, user_email: '', passed_date: null });

  expect(row).toMatchObject({ user_email: null, passed_date: null, current_grade: null });
});

describe('without consent', () => {
  test.each([false, null, undefined])('(%s) nothing of the learner is left', (consent) => {
    const row = learnerSummary.parse({ ...inReference, ...deployed, is_consent_granted: consent });
    const left = Object.entries(row).filter(([, value]) => value !== null);

    expect(Object.fromEntries(left)).toEqual({
      is_consent_granted: false,
      course_api_url: inReference.course_api_url,
      course_duration,
      course_end,
      course_key: 'A+B',
      course_list_price: 99.5,
      course_max_effort: 4,
      course_min_effort: 2,
      course_pacing_type: 'self_paced',
      course_primary_program: 'Data',
      course_primary_subject: 'Computing',
      course_start,
      course_title: 'B',
      courserun_key: 'course-v1:A+B+1',
      created: inReference.created,
      enrollment_id: '4711',
      enterprise_customer_uuid: 'company-1',
      enterprise_enrollment_id: '815',
      enterprise_name: 'Company',
    });
  });
});
