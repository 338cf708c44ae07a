/** What is fetched by its name and stands on no page. */
const knownFiles =
  /^(?:index\.html|404\.html|robots\.txt|sitemap-(?:index|\d+)\.xml|search\/near\.json|(?:[a-z]{2}\/)?search\/suggestion-words\.json|search\/words\/[\da-f]+\.txt|data\/enrollable-runs\.json|pagefind\/.+)$/;

/** What a build works with and nobody reads. */
const temporary = /(?:^|\/)\.|\.(?:map|astro|ts|tmp|temp|new|partial|log|orig|bak|sqlite)$|~$/i;

/** Files that don't belong into the site: of a build's work, or named by nothing that is published. */
export function findLeftovers(
  files: Iterable<string>,
  { unnamed, publicFiles }: { unnamed: ReadonlySet<string>; publicFiles: ReadonlySet<string> },
): string[] {
  return Array.from(files).filter((file) => {
    // What the operator puts into public/ is served as it is.
    if (publicFiles.has(file)) return false;
    return temporary.test(file) || (unnamed.has(file) && !knownFiles.test(file));
  });
}
