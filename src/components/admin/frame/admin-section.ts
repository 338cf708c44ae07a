/** Where a page belongs. */
export type AdminSection =
  'overview' | 'plans' | 'assign' | 'revoke' | 'enroll' | 'learners' | 'operations' | 'log';
