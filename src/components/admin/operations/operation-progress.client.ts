import type { ProgressEvent } from './progress-event.ts';

/** Keeps the page of an operation up to date: see `OperationProgress.astro`. */
class OperationProgress extends HTMLElement {
  #source: EventSource | undefined;
  #work = Promise.resolve();

  connectedCallback(): void {
    const source = new EventSource(this.dataset['events'] ?? '');
    this.#source = source;
    source.addEventListener('message', ({ data }) => {
      // Written by `createProgressEvent`.
      const event = JSON.parse(String(data)) as ProgressEvent;
      if (event.isOver) source.close();
      this.#work = this.#work.then(async () => this.#show(event));
    });
    source.addEventListener('error', () => {
      // Otherwise the browser connects again by itself.
      if (source.readyState === EventSource.CLOSED) this.#part('lost').hidden = false;
    });
  }

  disconnectedCallback(): void {
    this.#source?.close();
  }

  async #show({ key, isOver, requests, words, wait, news }: ProgressEvent): Promise<void> {
    const bar = this.querySelector('progress');
    if (bar !== null) Object.assign(bar, { max: requests.total, value: requests.done });
    this.#part('words').textContent = words;
    this.#part('wait').textContent = wait;
    this.#part('wait').hidden = wait === '';
    if (key === this.dataset['key']) return;
    this.dataset['key'] = key;
    try {
      await renewParts();
    } catch {
      this.#part('lost').hidden = false;
      return;
    }
    this.#part('figures').hidden = isOver;
    const status = this.querySelector('[role=status]');
    if (status !== null) status.textContent = news;
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-${name}]`);
    if (part === null) throw new Error(`An element for "${name}" is missing.`);
    return part;
  }
}

/** Reads the page anew and puts its parts in place of those that are there, all or none. */
async function renewParts(): Promise<void> {
  // It may be the answer to a form that came too late.
  const address = new URL(location.href);
  address.searchParams.delete('_action');
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const parts = document.querySelectorAll<HTMLElement>('[data-operation-part]');
  const hadFocus = [...parts].some((part) => part.contains(document.activeElement));
  for (const part of parts) {
    const fresh = page.querySelector(
      `[data-operation-part="${part.dataset['operationPart'] ?? ''}"]`,
    );
    if (fresh === null) throw new Error('The page has become another one.');
    part.replaceChildren(...fresh.childNodes);
  }
  if (hadFocus) parts[0]?.focus();
}

customElements.define('operation-progress', OperationProgress);
