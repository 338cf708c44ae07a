/** What the server tells while it reads the learner summary. */
interface LoadEvent {
  isLoading: boolean;
  requestsDone: number;
  requests: number | undefined;
  words: string;
}

/** One connection for all panels of a page: browsers have six for a site. */
let source: EventSource | undefined;
const listeners = new Set<(event: LoadEvent) => void>();

/** Shows how far a load is: see `LoadProgress.astro`. */
class LearnerProgress extends HTMLElement {
  connectedCallback(): void {
    listeners.add(this.#show);
    source ??= listen(this.dataset['href'] ?? '');
  }

  disconnectedCallback(): void {
    listeners.delete(this.#show);
    if (listeners.size === 0) stop();
  }

  readonly #show = (event: LoadEvent): void => {
    if (!event.isLoading) {
      this.#end();
      return;
    }
    const bar = this.querySelector('progress');
    if (bar !== null && event.requests !== undefined) {
      bar.max = event.requests;
      bar.value = event.requestsDone;
    }
    this.#write('words', event.words);
  };

  /** What somebody is at work in is not taken away from under them: they look again themselves. */
  #end(): void {
    listeners.delete(this.#show);
    this.#write('words', 'It is read.');
    this.#write('end', 'The learner summary is read.');
    const isInUse = this.closest('admin-panel')?.contains(document.activeElement) === true;
    if (!isInUse) this.querySelector<HTMLElement>('[data-retry]')?.click();
  }

  #write(part: string, words: string): void {
    const element = this.querySelector(`[data-part="${part}"]`);
    if (element !== null) element.textContent = words;
  }
}

function listen(address: string): EventSource {
  const opened = new EventSource(address);
  opened.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const event = JSON.parse(data) as LoadEvent;
    // Else the browser would connect again and again.
    if (!event.isLoading) stop();
    for (const listener of [...listeners]) listener(event);
  });
  return opened;
}

function stop(): void {
  source?.close();
  source = undefined;
}

customElements.define('learner-progress', LearnerProgress);
