import { defineAction } from 'astro:actions';
import { readPlanForm, type Confirmed, type OperationKind } from '#admin';
import { confirmPlanForm } from '#admin/plan-forms';

/** What the reviews of the three pages are confirmed by. */
export const confirmPlanForms = {
  assign: defineConfirmation('assign'),
  revoke: defineConfirmation('revoke'),
  enroll: defineConfirmation('enroll'),
};

function defineConfirmation(kind: OperationKind) {
  return defineAction({
    accept: 'form',
    async handler(fields, { locals }): Promise<Confirmed> {
      const form = await readPlanForm(fields);
      const { person, now, operations, store } = locals;
      // The guard lets managers in only.
      if (person === undefined) return { kind: 'refused', why: 'not-reviewed' };
      const [plan, answer] = await Promise.all([
        locals.attempt((signal) => locals.plans.find(form.planUuid ?? '', signal)),
        kind === 'enroll' ? locals.runs.read() : undefined,
      ]);
      if (!plan.isOk) return { kind: 'refused', why: 'unreadable' };
      const confirmed = await locals.attempt(() =>
        confirmPlanForm(kind, form, {
          plan: plan.value,
          list: answer?.kind === 'available' ? answer : undefined,
          now: now(),
          person: { subject: person.subject, name: person.name },
          operations,
          store,
        }),
      );
      return confirmed.isOk ? confirmed.value : { kind: 'refused', why: 'fault' };
    },
  });
}
