import type { Pictures } from './album.ts';
import type { Mode } from './modes.ts';

/** The page that shows every picture: a row for each view, a column for each mode, a list of views to jump to. */
export function renderOverview(views: Map<string, Pictures>, modes: readonly Mode[]): string {
  const names = [...views.keys()];
  const heads = modes.map(({ name }) => `<th scope="col">${name}</th>`);
  const rows = [...views].map(([name, pictures]) => {
    const cells = modes.map((mode) => `<td>${thumbnail(name, mode, pictures.get(mode.name))}</td>`);
    return `<tr id="${name}"><th scope="row"><a href="#${name}">${name}</a></th>${cells.join('')}</tr>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every kind of page</title>
<style>${style}</style>
<nav>${names.map((name) => `<a href="#${name}">${name}</a>`).join(' ')}</nav>
<table>
<thead><tr><th></th>${heads.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</html>
`;
}

function thumbnail(name: string, { name: mode, width }: Mode, file: string | undefined): string {
  if (file === undefined) return '';
  const size = `width="${width / 4}"`;
  return `<a href="${file}"><img loading="lazy" src="${file}" ${size} alt="${name}, ${mode}"></a>`;
}

/** Long pages are cut off: the picture behind shows all of it. */
const style = `
body { font: 14px/1.4 system-ui; margin: 1rem; color-scheme: light dark; }
nav { columns: 12rem; margin-block-end: 1rem; }
nav a { display: block; }
thead th { position: sticky; inset-block-start: 0; background: Canvas; z-index: 1; }
tbody th { position: sticky; inset-inline-start: 0; background: Canvas; max-inline-size: 8rem; overflow-wrap: anywhere; }
th, td { vertical-align: top; text-align: start; padding: 0.25rem; border-block-end: 1px solid GrayText; }
img { display: block; max-block-size: 30rem; object-fit: cover; object-position: top; border: 1px solid GrayText; }
`;
