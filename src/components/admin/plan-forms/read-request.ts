import { createPlanForm, readPlanForm, type Confirmed, type OperationKind } from '#admin';
import { loadPlanFormView, type PlanFormView } from './load-view.ts';

/**
 * What a request to one of the three pages is about. Only what was sent in a form has a view at once: it holds
 * addresses, which must not travel in the address of an island. `result` is that of the page's action.
 */
export async function readPlanRequest(
  kind: OperationKind,
  { request, locals }: { request: Request; locals: App.Locals },
  result: { data?: Confirmed | undefined } | undefined,
): Promise<{ planUuid: string | undefined; view: PlanFormView | undefined }> {
  if (request.method !== 'POST') {
    const planUuid = new URL(request.url).searchParams.get('plan') ?? undefined;
    return { planUuid, view: undefined };
  }
  const form = await readPlanForm(await request.formData());
  const why = result?.data?.kind === 'refused' ? result.data.why : undefined;
  const refusal = result === undefined ? undefined : (why ?? 'fault');
  const view = await loadPlanFormView(kind, locals, { form, refusal });
  return { planUuid: form.planUuid, view };
}

/** The form before it was filled in. */
export async function loadEmptyForm(
  kind: OperationKind,
  locals: App.Locals,
  planUuid: string | undefined,
): Promise<PlanFormView> {
  return loadPlanFormView(kind, locals, { form: createPlanForm({ planUuid }) });
}
