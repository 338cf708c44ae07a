/** The reference's own examples have no run part (api-ground-truth §5.6); older keys have slashes. */
const runKey = /^(?:course-v1:[\w.~-]+(?:\+[\w.~-]+){1,2}|[\w.~-]+(?:\/[\w.~-]+){2})$/;

/** Run keys that a person typed where there is no list to choose from, each once, in the order of the text. */
export function readRunKeys(text: string): { keys: string[]; invalid: string[] } {
  const pieces = [...new Set(text.replaceAll(/\p{Cf}/gu, '').split(/[\s,;]+/))].filter(Boolean);
  return {
    keys: pieces.filter((piece) => runKey.test(piece)),
    invalid: pieces.filter((piece) => !runKey.test(piece)),
  };
}
