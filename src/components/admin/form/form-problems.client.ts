/** Who sent a form that came back reads first why. */
class FormProblems extends HTMLElement {
  connectedCallback(): void {
    this.focus();
  }
}

customElements.define('form-problems', FormProblems);
