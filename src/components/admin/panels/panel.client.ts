/** The server itself gives up earlier and says so; this is for an answer that never comes. */
const patienceMs = 45_000;

/** An island answers by replacing what is marked as waiting; a moment after its request ended it must be gone. */
const graceMs = 500;

/** The page itself leads to sign-in and back. */
const notSignedIn = 401;

/** Watches over the island in it: see `Panel.astro`. */
class AdminPanel extends HTMLElement {
  /** Where the island is read from, once it was asked for. */
  #address: string | undefined;
  #observer: PerformanceObserver | undefined;
  #timer: number | undefined;

  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const isRetry = event.target instanceof Element && event.target.closest('[data-retry]');
      if (!isRetry || this.#address === undefined) return;
      event.preventDefault();
      void this.#read(this.#address);
    });
    this.#observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) this.#note(entry as PerformanceResourceTiming);
    });
    this.#observer.observe({ type: 'resource', buffered: true });
    this.#timer = window.setTimeout(() => {
      this.#failIfWaiting();
    }, patienceMs);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
    window.clearTimeout(this.#timer);
  }

  /** A request has ended, well or not. */
  #note({ name, responseStatus }: PerformanceResourceTiming): void {
    if (!new URL(name).pathname.endsWith(`/_server-islands/${this.dataset['name'] ?? ''}/`)) return;
    this.#address = name;
    if (responseStatus === notSignedIn) {
      location.reload();
      return;
    }
    window.setTimeout(() => {
      this.#failIfWaiting();
    }, graceMs);
  }

  #failIfWaiting(): void {
    if (this.querySelector('[data-waiting]') !== null) this.#fail();
  }

  #fail(): void {
    const words = this.querySelector('template')?.content.cloneNode(true);
    if (words !== undefined) this.#show(words);
  }

  async #read(address: string): Promise<void> {
    this.setAttribute('aria-busy', 'true');
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(patienceMs) });
      if (response.status === notSignedIn) {
        location.reload();
        return;
      }
      const isPanel = response.headers.get('Content-Type')?.startsWith('text/html') === true;
      if (!response.ok || !isPanel) throw new Error(`The server answered ${response.status}.`);
      const html = await response.text();
      this.#show(document.createRange().createContextualFragment(html));
    } catch {
      this.#fail();
    } finally {
      this.removeAttribute('aria-busy');
    }
  }

  /** Puts content in place of everything but the words for a failure. */
  #show(content: Node): void {
    const words = this.querySelector('template');
    this.replaceChildren(content, ...(words === null ? [] : [words]));
  }
}

customElements.define('admin-panel', AdminPanel);
