import { requirePart } from '../../search/parts.client.ts';
import { createTimer } from '../../search/timer.client.ts';

/** Searches without a reload, and keeps what is chosen in a list of its own. */
class RunChooser extends HTMLElement {
  #timer = createTimer(250);
  #request: AbortController | undefined;

  connectedCallback(): void {
    const search = requirePart(this, 'search', HTMLButtonElement);
    search.addEventListener('click', (event) => {
      event.preventDefault();
      void this.#search();
    });
    this.querySelector('[type="search"]')?.addEventListener('input', () => {
      this.#timer.start(() => void this.#search());
    });
  }

  get #chosen(): HTMLElement {
    return requirePart(this, 'chosen', HTMLElement);
  }

  /** What is checked moves to the chosen, so that it stays; what is no longer goes back to be found. */
  #keepChecked(): void {
    for (const box of this.querySelectorAll<HTMLInputElement>('[name="run"]')) {
      const label = box.closest('label');
      if (label === null) continue;
      if (!box.checked) label.remove();
      else if (!this.#chosen.contains(label)) this.#chosen.append(label);
    }
    this.#chosen.hidden = this.#chosen.querySelector('input') === null;
  }

  /** Without an answer the old results stay, and the button still sends the form. */
  async #search(): Promise<void> {
    this.#timer.stop();
    this.#request?.abort();
    this.#request = new AbortController();
    const { address = '', catalog } = this.dataset;
    const query = new URLSearchParams(catalog === undefined ? {} : { catalog });
    query.set('search', this.querySelector<HTMLInputElement>('[type="search"]')?.value ?? '');
    for (const box of this.querySelectorAll<HTMLInputElement>('[name="run"]:checked')) {
      query.append('except', box.value);
    }
    try {
      const response = await fetch(`${address}?${String(query)}`, { signal: this.#request.signal });
      if (!response.ok) throw new Error(`The server answered ${String(response.status)}.`);
      const results = document.createRange().createContextualFragment(await response.text());
      this.#keepChecked();
      requirePart(this, 'results', HTMLElement).replaceChildren(results);
      this.#say(this.querySelector('[data-part="found"]')?.textContent ?? '');
    } catch (error) {
      if (!(error instanceof DOMException)) this.#say('The search did not work. Try again.');
    }
  }

  #say(words: string): void {
    requirePart(this, 'said', HTMLElement).textContent = words.trim();
  }
}

customElements.define('run-chooser', RunChooser);
