import { expect } from 'vitest';
import type { OperationKind } from '#admin';
import { printedPlan } from '../licensing-sandbox.ts';
import type { ProgressEvent } from '../../components/admin/operations/progress-event.ts';
import type { SignedIn } from './start-site.ts';

type Field = [name: string, value: string];

/** What the form of a review sends when it is confirmed. */
export interface ReviewForm {
  /** A path with its query. */
  action: string;
  fields: Field[];
}

/** Asks for a review by the form of its page; fails where the page shows none. */
export async function review(
  person: SignedIn,
  kind: OperationKind,
  { plan = printedPlan, ...fields }: { plan?: string } & Record<string, string | string[]>,
): Promise<ReviewForm> {
  const page = `/admin/${kind}/?plan=${plan}`;
  const sent = Object.entries({ plan, step: 'review', ...fields });
  const response = await person.send(
    page,
    sent.flatMap(([name, value]) => [value].flat().map((one): Field => [name, one])),
  );
  const html = await response.text();
  const form = /<confirm-once.*<\/confirm-once>/s.exec(html)?.[0];
  if (form === undefined) return expect.fail(`${page} shows no review: ${html.slice(0, 2000)}`);
  const hidden = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return {
    action: `/admin/${kind}/${unescapeHtml(/action="([^"]*)"/.exec(form)?.[1] ?? '')}`,
    fields: [...hidden].map(([, name = '', value = '']) => [name, unescapeHtml(value)]),
  };
}

/** Confirms a review; `changed` replaces fields of its form. Answers the id of the operation. */
export async function confirm(
  person: SignedIn,
  { action, fields }: ReviewForm,
  changed: Record<string, string> = {},
): Promise<string> {
  const response = await person.send(action, withFields(fields, changed));
  const id = /\/operations\/([^/]+)\/$/.exec(response.headers.get('Location') ?? '')?.[1];
  return id ?? expect.fail(`${action} answered ${String(response.status)} without an operation.`);
}

export function withFields(fields: readonly Field[], changed: Record<string, string>): Field[] {
  return [...fields.filter(([name]) => !(name in changed)), ...Object.entries(changed)];
}

/** Follows what the server tells of an operation until it is over, or `isThere`. */
export async function follow(
  person: SignedIn,
  id: string,
  isThere: (event: ProgressEvent) => boolean = ({ isOver }) => isOver,
): Promise<void> {
  const response = await person.ask(`/admin/operations/${id}/events/`);
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of response.body ?? expect.fail('There are no events.')) {
    text += decoder.decode(part, { stream: true });
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      if (!event.startsWith('data: ')) continue;
      // Leaving the loop ends the connection.
      if (isThere(JSON.parse(event.slice(6)) as ProgressEvent)) return;
    }
  }
  expect.fail(`Nothing more is told of operation ${id}.`);
}

function unescapeHtml(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|amp|lt|gt|quot);/g, (entity, code: string | undefined) =>
    code === undefined ? entities[entity]! : String.fromCodePoint(Number(code)),
  );
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
