/** FNV-1a of the text's UTF-8 bytes, 32 bit. Small, stable and without I/O; not for secrets. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash ^= byte;
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

export function hexHashOf(text: string): string {
  return hashOf(text).toString(16).padStart(8, '0');
}
