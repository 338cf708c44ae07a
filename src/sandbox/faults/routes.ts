const catalog = '^/enterprise/v2/enterprise-catalogs/[^/]+';
const plan = '^/enterprise/v1/subscriptions/[^/]+/licenses';
const patterns = {
  token: '^/oauth2/v1/access_token',
  catalogs: '^/enterprise/v2/enterprise-catalogs',
  content: catalog,
  course: `${catalog}/courses/.+`,
  'course-run': `${catalog}/course-runs/[^/]+`,
  program: `${catalog}/programs/[^/]+`,
  subscriptions: '^/enterprise/v1/subscriptions',
  assign: `${plan}/assign`,
  'bulk-revoke': `${plan}/bulk-revoke`,
  'bulk-license-enrollment': '^/enterprise/v1/bulk-license-enrollment',
  'learner-summary': '^/enterprise/v3/enterprise-customer/[^/]+/learner-summary',
};

export type RouteName = keyof typeof patterns;

/** The endpoints of the API by name, as faults name them. */
export const routeNames = Object.keys(patterns) as [RouteName, ...RouteName[]];

/** Whether a path, percent-encoding undone, is the endpoint's, with or without a slash at its end. */
export function isRoute(name: RouteName, path: string): boolean {
  return new RegExp(`${patterns[name]}/?$`).test(path);
}
