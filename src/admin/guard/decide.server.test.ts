import { expect, test } from 'vitest';
import type { Role } from '../store/schema.server.ts';
import { decide, type Route } from './decide.server.ts';

const routes: Route[] = [
  { path: '/admin/', methods: ['GET'], access: 'viewer', effect: 'read' },
  { path: '/admin/health', methods: ['GET'], access: 'public', effect: 'read' },
  { path: '/admin/sign-out/', methods: ['POST'], access: 'signed-in', effect: 'write' },
  { path: '/admin/plans/[plan]/', methods: ['GET', 'POST'], access: 'viewer', effect: 'read' },
  { path: '/admin/plans/[plan]/assign/', methods: ['GET'], access: 'manager', effect: 'read' },
  { path: '/admin/plans/[plan]/assign/', methods: ['POST'], access: 'manager', effect: 'write' },
  { path: '/_actions/assign/', methods: ['POST'], access: 'manager', effect: 'write' },
  { path: '/_actions/filter/', methods: ['POST'], access: 'viewer', effect: 'read' },
  { path: '/_server-islands/Plans/', methods: ['GET', 'POST'], access: 'viewer', effect: 'read' },
];
const roles: (Role | undefined)[] = [undefined, 'none', 'viewer', 'manager'];

function decideFor(path: string, method = 'GET', role?: Role, basePath = '/') {
  const url = `https://learn.tarnholt.example${path}`;
  const decision = decide({ method, url, role }, { routes, basePath });
  return decision.kind === 'deny' ? decision.status : decision.kind;
}

const ok = 'allow';

test.each([
  ['GET', '/admin/', [401, 403, ok, ok]],
  ['HEAD', '/admin/', [401, 403, ok, ok]],
  ['POST', '/admin/', [405, 405, 405, 405]],
  ['DELETE', '/admin/', [405, 405, 405, 405]],
  ['OPTIONS', '/admin/', [405, 405, 405, 405]],
  ['GET', '/admin/health', [ok, ok, ok, ok]],
  ['POST', '/admin/health', [405, 405, 405, 405]],
  ['POST', '/admin/sign-out/', [401, ok, ok, ok]],
  ['GET', '/admin/sign-out/', [405, 405, 405, 405]],
  ['GET', '/admin/plans/9ca7/', [401, 403, ok, ok]],
  ['GET', '/admin/plans/9ca7/?tab=locks', [401, 403, ok, ok]],
  ['GET', '/admin/plans/9ca7/assign/', [401, 403, 403, ok]],
  ['POST', '/admin/plans/9ca7/assign/', [401, 403, 403, ok]],
  ['PUT', '/admin/plans/9ca7/assign/', [405, 405, 405, 405]],
  ['POST', '/_actions/assign/', [401, 403, 403, ok]],
  ['POST', '/_actions/filter/', [401, 403, ok, ok]],
  ['GET', '/_actions/assign/', [405, 405, 405, 405]],
  ['GET', '/_server-islands/Plans/?e=1&p=2&s=3', [401, 403, ok, ok]],
  ['POST', '/_server-islands/Plans/', [401, 403, ok, ok]],
  // A form of a page that runs an action needs the right to both.
  ['POST', '/admin/plans/9ca7/?_action=filter', [401, 403, ok, ok]],
  ['POST', '/admin/plans/9ca7/?_action=assign', [401, 403, 403, ok]],
  ['POST', '/admin/plans/9ca7/?_action=unknown', [404, 404, 404, 404]],
  ['POST', '/admin/plans/9ca7/?%5faction=assign', [401, 403, 403, ok]],
  ['POST', '/admin/plans/9ca7/?_action=filter&_action=assign', [400, 400, 400, 400]],
  ['POST', '/admin/plans/9ca7/?_action=', [404, 404, 404, 404]],
  ['GET', '/admin/plans/9ca7/?_action=assign', [405, 405, 405, 405]],
  ['POST', '/admin/sign-out/?_action=assign', [401, 403, 403, ok]],
  // What stands in no route.
  ['GET', '/admin', [404, 404, 404, 404]],
  ['GET', '/admin/unknown/', [404, 404, 404, 404]],
  ['GET', '/admin/plans/', [404, 404, 404, 404]],
  ['GET', '/admin/plans/9ca7/assign/more/', [404, 404, 404, 404]],
  ['GET', '/_server-islands/Other/', [404, 404, 404, 404]],
  ['GET', '/_server-islands/', [404, 404, 404, 404]],
  ['POST', '/_actions/revoke/', [404, 404, 404, 404]],
  ['GET', '/_image?href=https://evil.example/', [404, 404, 404, 404]],
  ['GET', '/_image/', [404, 404, 404, 404]],
] as const)('%s %s: no session, no role, viewer and manager get %j', (method, path, answers) => {
  expect(roles.map((role) => decideFor(path, method, role))).toEqual(answers);
});

test.each([
  '/ADMIN/',
  '/Admin/health',
  '/%61dmin/',
  '/admin%2f',
  '/admin%2Fhealth',
  '/admin%5chealth',
  '/admin%00/',
  '/admin%0a/',
  '/admin/%2e%2e%2fadmin/',
  '/admin/plans/%2e%2e%2f%2e%2e/',
  '/%2561dmin/',
  '/admin/plans/%252e%252e/',
  '//admin/',
  '/admin//',
  '/admin//health',
  '/courses//../admin//',
  '/admin;x=1/',
  '/admin.html',
  '/admin%20/',
  '/admin/%zz/',
  '/%c0%afadmin/',
  '/_actions/assign/%2f',
  '/_Image?href=x',
  '/%5fimage',
  '/_server-islands%2fPlans/',
])('%s is nothing that a manager may have, and nothing of the static site', (path) => {
  expect([400, 404]).toContain(decideFor(path, 'GET', 'manager'));
  expect([400, 404]).toContain(decideFor(path, 'POST', 'manager'));
});

test.each([
  '/',
  '/courses/edx-demox/',
  '/skills/d%C3%A9veloppement/',
  '/administration/',
  '/_astro/page.js',
  '/courses/?_action=assign',
])('%s is the static site’s, for everybody', (path) => {
  for (const method of ['GET', 'POST'])
    for (const role of roles) expect(decideFor(path, method, role)).toBe('static');
});

test('dots in an address are gone before anything is decided', () => {
  expect(decideFor('/courses/../admin/', 'GET')).toBe(401);
  expect(decideFor('/courses/%2e%2e/admin/', 'GET')).toBe(401);
  expect(decideFor('/admin/health/../', 'GET')).toBe(401);
  expect(decideFor(String.raw`/courses\..\admin/`, 'GET')).toBe(401);
});

test('below a path prefix the routes stand there alone', () => {
  expect(decideFor('/learning/admin/', 'GET', 'viewer', '/learning/')).toBe('allow');
  expect(decideFor('/admin/', 'GET', 'viewer', '/learning/')).toBe(404);
  expect(decideFor('/learning/courses/', 'GET', 'viewer', '/learning/')).toBe('static');
});
