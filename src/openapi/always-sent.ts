/**
 * What a sender always sends, by schema; the contract itself asks for less, so that an item with a missing
 * field is not lost. Content items may be sparse search documents (api-ground-truth §5.2) and name little.
 */
export const alwaysSent: Record<string, string[]> = {
  Token: ['access_token', 'expires_in', 'token_type', 'scope'],
  Page: ['count', 'next', 'previous', 'results'],
  Catalog: [
    'uuid',
    'title',
    'enterprise_customer',
    'catalog_query_uuid',
    'content_last_modified',
    'catalog_modified',
    'query_title',
  ],
  SubscriptionPlan: [
    'title',
    'uuid',
    'start_date',
    'expiration_date',
    'enterprise_customer_uuid',
    'enterprise_catalog_uuid',
    'is_active',
    'is_revocation_cap_enabled',
    'days_until_expiration',
    'days_until_expiration_including_renewals',
    'is_locked_for_renewal_processing',
    'should_auto_apply_licenses',
    'licenses',
    'revocations',
    'prior_renewals',
  ],
  Revocations: ['unsuccessful_revocations'],
  // Never null in the deployed service, and named alike in both dialects (api-ground-truth §5.5).
  LearnerSummary: [
    'is_consent_granted',
    'user_current_enrollment_mode',
    'enrollment_date',
    'course_key',
    'courserun_key',
    'has_passed',
    'enterprise_name',
    'enterprise_customer_uuid',
    'course_api_url',
  ],
};
