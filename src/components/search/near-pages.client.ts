import { fetchNear, partsOfAddress } from '#search/browser';
import { requirePart } from './parts.client.ts';

const shown = 5;

/** On the page that answers for missing ones: what its address may have meant. */
class NearPages extends HTMLElement {
  connectedCallback(): void {
    const { base = '/' } = this.dataset;
    const parts = partsOfAddress(location.pathname.slice(base.length));
    if (parts.length === 0) return;
    fillSearch(parts[0] ?? '');
    void this.show(parts).catch(() => {
      // Nothing is suggested then; search and lists stand there all the same.
      this.hidden = true;
    });
  }

  private async show(parts: readonly string[]): Promise<void> {
    const { base = '/', languages = '' } = this.dataset;
    const [first] = location.pathname.slice(base.length).split('/');
    const isFolder = languages
      .split(' ')
      .slice(1)
      .includes(first ?? '');
    const home = isFolder ? `${base}${first ?? ''}/` : base;
    const cards = await fetchNear({ base, home }, parts, shown);
    const items = cards.map(({ url, title, language = {}, kind, partners }) => {
      const item = this.querySelector('template')?.content.cloneNode(true) as DocumentFragment;
      const link = item.querySelector('a');
      const note = item.querySelector('span');
      if (link === null || note === null) throw new TypeError('The pattern has no link.');
      link.href = url;
      Object.assign(link, { textContent: title, lang: language.lang ?? '' });
      note.textContent = [kind, partners].filter(Boolean).join(' · ');
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
