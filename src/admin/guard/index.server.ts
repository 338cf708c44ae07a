export { answerDenial } from './answer-denial.server.ts';
export { renderBarePage } from './bare-page.server.ts';
export { clientAddressOf } from './client-address.server.ts';
export {
  createGuard,
  type Denial,
  type DenialReason,
  type GuardAnswer,
  type GuardOptions,
} from './create-guard.server.ts';
export type { Route } from './decide.server.ts';
export { secureAnswer } from './secure-answer.server.ts';
export { secureHeaders } from './headers.server.ts';
export { csrfField } from './write-check.server.ts';
