import { fetchNear, partsOfAddress } from '#search/browser';
import { cloneTemplate, requirePart } from './parts.client.ts';

const shown = 5;

/** On the page that answers for missing ones: what its address may have meant. */
class NearPages extends HTMLElement {
  connectedCallback(): void {
    const [base = '/', ...folders] = this.dataset['homes']?.split(' ') ?? [];
    const parts = partsOfAddress(location.pathname.slice(base.length));
    if (parts.length === 0) return;
    fillSearch(parts[0] ?? '');
    const home = folders.find((folder) => location.pathname.startsWith(folder)) ?? base;
    void this.show({ base, home }, parts).catch(() => {
      // Nothing is suggested then; search and lists stand there all the same.
      this.hidden = true;
    });
  }

  private async show(site: { base: string; home: string }, parts: readonly string[]) {
    const cards = await fetchNear(site, parts, shown);
    const items = cards.map(({ url, title, language, kind, partners }) => {
      const item = cloneTemplate(this, 'item');
      const link = requirePart(item, 'link', HTMLAnchorElement);
      Object.assign(link, { href: url, textContent: title, ...language });
      requirePart(item, 'note', HTMLElement).textContent = [kind, partners]
        .filter(Boolean)
        .join(' · ');
      return item;
    });
    requirePart(this, 'list', HTMLElement).replaceChildren(...items);
    this.hidden = items.length === 0;
  }
}

customElements.define('near-pages', NearPages);

function fillSearch(words: string): void {
  const input = document.querySelector<HTMLInputElement>('main input[name="q"]');
  if (input?.value === '') input.value = words.replaceAll('-', ' ');
}
