/** A second click on what is being sent does nothing; the server would take it for the same anyway. */
class ConfirmOnce extends HTMLElement {
  connectedCallback(): void {
    let isSending = false;
    this.addEventListener('submit', (event) => {
      if (isSending) event.preventDefault();
      isSending = true;
    });
    // Back shows the page as it was left.
    window.addEventListener('pageshow', () => {
      isSending = false;
    });
  }
}

customElements.define('confirm-once', ConfirmOnce);
