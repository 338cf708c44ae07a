import { expect } from 'vitest';
import { createAdministrator, mainPlan } from './administrator.ts';
import { browserTest, enter } from './admin-page-test.ts';
import { confirm, follow, review, withFields } from './plan-form-request.ts';
import { startAdminSite } from './start-site.ts';

browserTest('a viewer sees everything and changes nothing', async ({ page }) => {
  const { origin, sandbox, signIn } = await startAdminSite();
  const manager = await signIn('manager');
  const form = await review(manager, 'assign', { addresses: 'ada@view.example' });
  const id = await confirm(manager, form);
  await follow(manager, id);
  await enter(page, origin, 'viewer');
  const admin = createAdministrator(page);

  expect(await admin.readCounts()).toMatchObject({ Unassigned: '39' });
  for (const [kind, words] of [
    ['Assign', 'Your role is viewer. Managers can assign.'],
    ['Revoke', 'Your role is viewer. Managers can revoke.'],
    ['Enroll', 'Your role is viewer. Managers can enroll.'],
  ] as const) {
    await admin.openForm(kind);
    expect(await admin.button('Review').isDisabled(), kind).toBe(true);
    await admin.main.getByText(words).waitFor();
  }
  await admin.open('Learners');
  expect(await admin.readTable('Enrollments')).toHaveLength(51);
  await admin.open('Operations');
  await admin.follow(
    admin.main.getByRole('link', { name: `Assign, ${mainPlan}` }),
    'Assign licenses',
  );
  expect(await admin.readTable('All addresses')).toContainEqual([
    ...['ada@view.example', 'Assigned', 'Has a license now.'],
  ]);
  await admin.open('Log');
  expect((await admin.readTable('Log')).map(([, who]) => who)).toContain('Vito Asmander');

  sandbox.requests.length = 0;
  const viewer = await signIn('viewer');
  const fields = withFields(form.fields, { csrf: viewer.csrfToken, key: crypto.randomUUID() });
  for (const address of ['/admin/assign/', form.action, '/_actions/assign/']) {
    expect((await viewer.send(address, fields)).status, address).toBe(403);
  }
  expect(sandbox.requests.filter(({ method }) => method === 'POST')).toEqual([]);
});
