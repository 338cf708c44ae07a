import type { Inventory } from './read-inventory.ts';

/** A row of the field inventories of `reference/peers.md`, §2.1–2.4, and how to see it on a built page. */
export interface Row {
  /** Its number there and its name: "2.2.14 Syllabus". */
  name: string;
  check: (inventory: Inventory) => void;
}
