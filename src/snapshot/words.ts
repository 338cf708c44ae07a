/** The first of some names, and how many more there are. */
export function listNames(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).join(', ');
  const rest = names.length - most;
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}

/** A number with its noun. */
export function countNoun(number: number, noun: string, many = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : many}`;
}
