import {
  answerOfAssignment,
  answerOfEnrollment,
  answerOfError,
  answerOfRevocation,
  type Chunk,
  type ChunkAnswer,
} from '../plan-operation/index.ts';
import { mapPlan, type SubscriptionPlan } from '../plans/index.ts';
import type { StoredSettings } from './settings.server.ts';
import type { RunnerClient, WaitReason } from './types.server.ts';

interface Service {
  client: RunnerClient;
  enterpriseCustomer: string;
}

/** Makes the one request of a chunk; what went wrong is an answer too. */
export async function sendChunkRequest(
  service: Service,
  request: Chunk,
  settings: StoredSettings,
  signal: AbortSignal,
): Promise<ChunkAnswer> {
  try {
    return await send(service, request, settings, signal);
  } catch (error) {
    return answerOfError(error);
  }
}

/** The plan as it is now, undefined where the service doesn't list it; or why it can't be read for the moment. */
export async function readPlan(
  { client, enterpriseCustomer }: Service,
  planUuid: string,
  signal: AbortSignal,
): Promise<{ plan: SubscriptionPlan | undefined } | Pause> {
  try {
    const { items } = await client.fetchSubscriptionPlans({
      enterpriseCustomerUuid: enterpriseCustomer,
      signal,
    });
    const found = items.find(({ uuid }) => uuid === planUuid);
    return { plan: found && mapPlan(found) };
  } catch (error) {
    const answer = answerOfError(error);
    if (answer.kind === 'postponed') return answer;
    // A refusal, which a person has to look into, or the end of the server.
    return { reason: answer.kind === 'refused' ? 'no-access' : 'unreachable' };
  }
}

async function send(
  { client, enterpriseCustomer }: Service,
  request: Chunk,
  { planUuid, greeting, closing, notify }: StoredSettings,
  signal: AbortSignal,
): Promise<ChunkAnswer> {
  const options = { signal };
  if (request.kind === 'assign') {
    const { emails, salesforceIds } = request;
    const assignment = { emails, salesforceIds, greeting, closing, notify };
    return answerOfAssignment(await client.assignLicenses(planUuid, assignment, options));
  }
  if (request.kind === 'revoke') {
    const { emails } = request;
    return answerOfRevocation(await client.revokeLicenses(planUuid, { emails }, options));
  }
  if (request.kind === 'revoke-by-status') {
    const { statuses } = request;
    return answerOfRevocation(await client.revokeLicensesByStatus(planUuid, { statuses }, options));
  }
  const { emails, courseRunKeys } = request;
  const enrollment = {
    enterpriseCustomerUuid: enterpriseCustomer,
    subscriptionUuid: planUuid,
    emails,
    courseRunKeys,
    notify: notify ?? true,
  };
  return answerOfEnrollment(await client.bulkEnroll(enrollment, options));
}

export interface Pause {
  reason: WaitReason;
  waitMs?: number;
}
