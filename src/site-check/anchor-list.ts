import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SiteProblem } from './problems.ts';
import { scanHtml } from './scan-html.ts';

/** Places on other pages that links lead to, each with the first page that does. */
export function createAnchorList() {
  const pages = new Map<string, Map<string, string>>();
  return {
    add(page: string, anchor: string, from: string): void {
      const anchors = pages.get(page) ?? new Map<string, string>();
      if (!anchors.has(anchor)) anchors.set(anchor, from);
      pages.set(page, anchors);
    },

    /** Reads each of these pages once more, since they may have come before the links to them. */
    findBroken(directory: string): SiteProblem[] {
      return [...pages].flatMap(([page, anchors]) => {
        const { ids } = scanHtml(readFileSync(path.join(directory, page), 'utf8'));
        return [...anchors]
          .filter(([anchor]) => !ids.has(anchor))
          .map(([anchor, from]): SiteProblem => ({
            kind: 'broken-link',
            place: `${from} → ${page}#${anchor}`,
          }));
      });
    },
  };
}
