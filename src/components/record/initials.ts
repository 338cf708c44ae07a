/** The first letters of the first and the last word of a name, in place of a picture. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/,.*$/, '')
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word) && !isTitle(word));
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen.map((word) => firstLetter(word ?? '')).join('');
}

/** "Dr.", "Ir." and the initial of a middle name end with a full stop. */
function isTitle(word: string): boolean {
  return word.endsWith('.') || /^(?:dr|prof|mr|mrs|ms)$/i.test(word);
}

function firstLetter(word: string): string {
  return ([...word][0] ?? '').toUpperCase();
}
