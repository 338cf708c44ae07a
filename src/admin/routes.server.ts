import type { Route } from './guard/index.server.ts';
import { signInRoutes } from './sign-in/index.server.ts';

/**
 * Everything that the admin server answers, and to whom. What stands here neither by its page, panel, action nor
 * endpoint is answered to nobody; a test compares the table with what was built.
 */
export const adminRoutes: Route[] = [
  ...signInRoutes,
  ...['/admin/health', '/admin/ready'].map((path): Route => ({
    path,
    methods: ['GET'],
    access: 'public',
    effect: 'read',
    isUnlimited: true,
  })),
  page('/admin/no-role/', { access: 'signed-in' }),
  page('/admin/operations/'),
  page('/admin/', { methods: ['GET', 'POST'] }),
  page('/admin/operations/[operation]/'),
  page('/admin/operations/[operation]/', { methods: ['POST'], access: 'manager' }),
  page('/admin/operations/[operation]/events/'),
  page('/admin/operations/[operation]/csv/'),
  page('/admin/log/'),
  ...['decideChunk', 'stopOperation'].map(action),
  page('/admin/plans/'),
  page('/admin/plans/[plan]/'),
  ...panels([
    'OverviewPanel',
    'LearnerOverviewPanel',
    'PlanListPanel',
    'PlanGroupsPanel',
    'PlanPanel',
  ]),
  // Its forms change what the person sees, and nothing at the API.
  page('/admin/learners/', { methods: ['GET', 'POST'] }),
  page('/admin/learners/progress/'),
  ...['assign', 'revoke', 'enroll'].flatMap(planForm),
  page('/admin/enroll/runs/'),
  ...panels(['PlanFormPanel']),
  page('/admin/learners/charts/'),
  page('/admin/learners/csv/'),
  page('/admin/learners/of/[learner]/'),
  ...panels(['LearnerNumbersPanel', 'LearnerListPanel', 'LearnerChartsPanel', 'LearnerPanel']),
];

function page(path: string, overrides: Partial<Route> = {}): Route {
  return { path, methods: ['GET'], access: 'viewer', effect: 'read', ...overrides };
}

/** A page that everyone may look at, its review, and the action that confirms it. */
function planForm(name: string): Route[] {
  return [
    page(`/admin/${name}/`),
    page(`/admin/${name}/`, { methods: ['POST'], access: 'manager' }),
    action(name),
  ];
}

function action(name: string): Route {
  return page(`/_actions/${name}/`, { methods: ['POST'], access: 'manager', effect: 'write' });
}

function panels(names: string[]): Route[] {
  return names.map((name) => page(`/_server-islands/${name}/`));
}
