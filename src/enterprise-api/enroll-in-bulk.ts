import {
  bulkEnrollmentRequest,
  enrollmentJob,
  enrollmentProductLimit,
  enrollmentSumLimit,
} from './contract/index.ts';
import { parseRequest } from './parse-request.ts';
import type { PostJson } from './post-json.ts';

export interface BulkEnrollment {
  enterpriseCustomerUuid: string;
  /** The plan whose licenses are used. */
  subscriptionUuid?: string | undefined;
  emails: readonly string[];
  courseRunKeys: readonly string[];
  /** Whether learners get an e-mail. */
  notify: boolean;
}

/** What goes into one call. */
export interface EnrollmentChunk {
  emails: string[];
  courseRunKeys: string[];
}

export interface BulkEnrollmentResult {
  /** Accepted, in the order sent. A job is queued: nobody is enrolled yet. */
  jobs: (EnrollmentChunk & { jobId: string })[];
  /** Where a call after the first accepted one failed: why, what it asked for, and what was never sent. */
  failure?: { error: unknown; chunk: EnrollmentChunk; rest: EnrollmentChunk[] };
}

/**
 * Reference §3.6, in calls that keep to its limit and to that of the deployed service (api-ground-truth §6.3,
 * §11.15), one after the other. A learner's courses stay in one job as far as the limit allows, since every job
 * sends its own e-mails.
 * @throws where nothing was accepted
 */
export async function enrollInBulk(
  postJson: PostJson,
  { enterpriseCustomerUuid, subscriptionUuid, emails, courseRunKeys, notify }: BulkEnrollment,
  signal: AbortSignal | undefined,
): Promise<BulkEnrollmentResult> {
  const whole = parseRequest(bulkEnrollmentRequest, {
    enterprise_customer_uuid: enterpriseCustomerUuid,
    emails: [...emails],
    course_run_keys: [...courseRunKeys],
    notify,
  });
  // Required here, although the reference lists it among the values of the body (§3.6.2): sent as both.
  const query = {
    enterprise_customer_uuid: whole.enterprise_customer_uuid,
    ...(subscriptionUuid !== undefined && { subscription_uuid: subscriptionUuid }),
  };
  const enroll = async (chunk: EnrollmentChunk): Promise<string> =>
    postJson({
      kind: 'enroll',
      path: '/enterprise/v1/bulk-license-enrollment',
      query,
      body: { ...whole, emails: chunk.emails, course_run_keys: chunk.courseRunKeys },
      repeatable: false,
      signal,
      read({ status, json }) {
        const isSuccess = status >= 200 && status < 300;
        return isSuccess ? enrollmentJob.safeParse(json).data?.job_id : undefined;
      },
    });

  const chunks = splitEnrollments(whole.emails, whole.course_run_keys);
  const jobs: BulkEnrollmentResult['jobs'] = [];
  for (const [index, chunk] of chunks.entries()) {
    try {
      jobs.push({ ...chunk, jobId: await enroll(chunk) });
    } catch (error) {
      if (jobs.length === 0) throw error;
      return { jobs, failure: { error, chunk, rest: chunks.slice(index + 1) } };
    }
  }
  return { jobs };
}

/** Chunks whose product and sum are within the limits; every address meets every key exactly once. */
function splitEnrollments(emails: string[], courseRunKeys: string[]): EnrollmentChunk[] {
  const keysAtOnce = Math.min(courseRunKeys.length, enrollmentProductLimit, enrollmentSumLimit - 1);
  const emailsAtOnce = Math.min(
    Math.floor(enrollmentProductLimit / keysAtOnce),
    enrollmentSumLimit - keysAtOnce,
  );
  return split(emails, emailsAtOnce).flatMap((some) =>
    split(courseRunKeys, keysAtOnce).map((keys) => ({ emails: some, courseRunKeys: keys })),
  );
}

function split<Item>(items: Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
