import type { AddressProblem } from './types.ts';

/** What the service keeps of an address. */
const maxLength = 254;

const localPart = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const domainLabel = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/;
const topLevel = /^(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/;

/**
 * An address as people and programs write it, as the service keeps it: without invisible characters, `mailto:`,
 * brackets or quotes around it, in lower case (peers §5.8).
 */
export function cleanAddress(text: string): string {
  return text
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/^mailto:([^?]*).*$/, '$1')
    .replaceAll(/^["'(<]+|["')>]+$/g, '')
    .trim();
}

/**
 * Why a clean address is none, undefined where it is one. As strict as the service (it is Django's rule, less
 * quoted local parts and addresses of machines): one bad address fails a whole request (api-ground-truth §6.1).
 */
export function addressProblemOf(email: string): AddressProblem | undefined {
  const [local = '', domain, ...rest] = email.split('@');
  if (domain === undefined) return 'missing-at';
  if (rest.length > 0) return 'several-ats';
  if (/\s/.test(email)) return 'space';
  if (/[^\u0021-\u007e]/.test(email)) return 'not-ascii';
  if (email.length > maxLength || local.length > 64) return 'too-long';
  if (!localPart.test(local)) return 'local-part';
  return isDomain(domain) ? undefined : 'domain';
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  return (
    labels.length > 1 &&
    labels.every((label) => domainLabel.test(label)) &&
    topLevel.test(labels.at(-1) ?? '')
  );
}
