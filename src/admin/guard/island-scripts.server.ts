import { createHash } from 'node:crypto';

/** SHA-256 of the script that Astro 7.3.4 puts before the first island; a test compares it with Astro's own text. */
const runtimeHash = 'd287b48f5f8a5665587079b5375ff7b464dfdd88699ddea1788c89b0ee0b652d';

const inlineScript =
  /<script(?: type="module" data-astro-rerun data-island-id="([\w-]+)")?>([\s\S]*?)<\/script>/g;

/** Text between quotes that can't leave them. */
const quoted = String.raw`"(?:[^"\\<>\n]|\\u[\da-f]{4})*"`;

/**
 * The texts of the inline scripts that Astro wrote for a page's islands, for `secureHeaders`. Each is compared
 * whole with what Astro writes: a script that came into the page in any other way is not among them, and the
 * policy stops it.
 */
export function findIslandScripts(html: string, { basePath }: { basePath: string }): string[] {
  return [...html.matchAll(inlineScript)].flatMap(([, islandId, text = '']) => {
    const isAstros =
      islandId === undefined ? isRuntime(text) : isLoader(text, { islandId, basePath });
    return isAstros ? text : [];
  });
}

function isRuntime(text: string): boolean {
  return createHash('sha256').update(text).digest('hex') === runtimeHash;
}

function isLoader(
  text: string,
  { islandId, basePath }: { islandId: string; basePath: string },
): boolean {
  const folder = `${basePath}_server-islands/`.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const address = `"${folder}${quoted.slice(1)}`;
  const get = String.raw`const headers = new Headers\(\{\}\);\nlet response = await fetch\(${address}, \{ headers \}\);`;
  const post = String.raw`let data = \{\n\tencryptedComponentExport: ${quoted},\n\tencryptedProps: ${quoted},\n\tencryptedSlots: ${quoted},\n\};\nconst headers = new Headers\(\{ 'Content-Type': 'application\/json', \.\.\.\{\} \}\);\nlet response = await fetch\(${address}, \{\n\tmethod: 'POST',\n\tbody: JSON\.stringify\(data\),\n\theaders,\n\}\);`;
  const end = String.raw`replaceServerIsland\("${islandId}", response\);`;
  return new RegExp(`^(?:${get}|${post})${end}$`, 'i').test(text);
}
