const shownMs = 4000;

/** Copies `data-text`, else the address of the page without its fragment, and says so. */
class CopyButton extends HTMLElement {
  #timer = 0;

  connectedCallback(): void {
    // Browsers offer it to secure pages only.
    if (!('clipboard' in navigator)) return;
    this.hidden = false;
    this.querySelector('button')?.addEventListener('click', () => void this.#copy());
  }

  async #copy(): Promise<void> {
    const text = this.dataset['text'] ?? location.origin + location.pathname;
    await navigator.clipboard.writeText(text);
    const status = this.querySelector('[role="status"]');
    if (status === null) return;
    status.textContent = this.dataset['done'] ?? '';
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      status.textContent = '';
    }, shownMs);
  }
}

customElements.define('copy-button', CopyButton);
