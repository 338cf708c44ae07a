/** Why something is no address; a page shows words for it. */
export type AddressProblem =
  | 'missing-at'
  | 'several-ats'
  | 'space'
  | 'not-ascii'
  | 'too-long'
  | 'local-part'
  | 'domain'
  | 'salesforce-id';

/** One thing that stands where an address should. `line` is that of its record in the text, from 1 on. */
export type AddressEntry =
  | { class: 'valid'; line: number; email: string; salesforceId?: string }
  | { class: 'over-limit'; line: number; email: string; salesforceId?: string }
  /** `firstLine` has the same address. */
  | { class: 'duplicate'; line: number; email: string; firstLine: number }
  /** `text` is as it was written, for the person who wrote it. */
  | { class: 'invalid'; line: number; text: string; problem: AddressProblem };

export interface AddressReading {
  /** In the order of the text. */
  entries: AddressEntry[];
  counts: { valid: number; invalid: number; duplicate: number; overLimit: number };
  /** Where a table has its addresses, to be said, since other cells are not read; absent for a list. */
  column?: { position: number; header?: string };
  /** Lines of a table that have something, but nothing in the column of addresses. */
  skippedLines: number[];
}

/** The cells of one line, or of several where quotes hold them together. */
export interface Row {
  line: number;
  cells: string[];
}
