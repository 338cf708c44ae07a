import type { EnterpriseApiClient } from '#enterprise-api';
import type { Output } from './output.ts';

/** Asks the API and writes the answer. */
export type View = (request: ViewRequest) => Promise<void>;

export interface ViewRequest {
  client: EnterpriseApiClient;
  output: Output;
  /** What stands after the view's name. */
  parameters: string[];
  /** The customer's uuid, where the operator says it. */
  customer: string | undefined;
  isCurrentOnly: boolean;
  ordering: string | undefined;
}
