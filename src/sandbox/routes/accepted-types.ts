import type { SandboxContext } from '../environment.ts';

const json = 'application/json';
const xml = 'application/xml';
const wildcards = ['*/*', 'application/*'];

/**
 * Whether an answer is JSON: to every POST, where it is asked for, and where nothing is said in the deployed
 * service (api-ground-truth §8). The reference's default is XML (§3.2).
 */
export function acceptsJson(context: SandboxContext): boolean {
  if (context.req.method === 'POST') return true;
  const accepted = listAccepted(context);
  if (accepted.includes(json)) return true;
  return context.var.dialect === 'gateway' && !accepted.includes(xml);
}

/** Whether JSON or XML satisfies the request; one that says nothing takes both. */
export function isAcceptable(context: SandboxContext): boolean {
  const accepted = listAccepted(context);
  return accepted.length === 0 || accepted.some((type) => [json, xml, ...wildcards].includes(type));
}

/** Whether the body is JSON by its header. */
export function sendsJson(context: SandboxContext): boolean {
  return readMediaType(context.req.header('Content-Type') ?? '') === json;
}

function listAccepted(context: SandboxContext): string[] {
  const header = context.req.header('Accept') ?? '';
  return header.split(',').map(readMediaType).filter(Boolean);
}

function readMediaType(text: string): string {
  return (text.split(';')[0] ?? '').trim().toLowerCase();
}
