/** A pointer or a focus that rests so long on a link means it; one that passes by does not. Milliseconds. */
const restMs = 80;

const asked = new Set<string>();
let resting: ReturnType<typeof setTimeout> | undefined;

addEventListener('pointerover', ({ target, pointerType }) => {
  if (pointerType === 'mouse') prefetchRested(target);
});
addEventListener('focusin', ({ target }) => {
  prefetchRested(target);
});
addEventListener(
  'touchstart',
  ({ target }) => {
    const link = linkOf(target);
    if (link !== undefined) prefetch(link);
  },
  { passive: true },
);

function prefetchRested(target: EventTarget | null): void {
  clearTimeout(resting);
  const link = linkOf(target);
  if (link === undefined) return;
  resting = setTimeout(() => {
    prefetch(link);
  }, restMs);
}

/** A link to another page of the site. Enrollment links and the rest of the web are not asked for anything. */
function linkOf(target: EventTarget | null): HTMLAnchorElement | undefined {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
  return link?.origin === location.origin && link.pathname !== location.pathname ? link : undefined;
}

function prefetch({ href }: HTMLAnchorElement): void {
  const [page = ''] = href.split('#');
  if (asked.has(page) || isSaving()) return;
  asked.add(page);
  const hint = document.createElement('link');
  hint.rel = 'prefetch';
  hint.href = page;
  document.head.append(hint);
}

/** Whether the visitor has asked for little traffic. Not all browsers say. */
function isSaving(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
