const key = 'list-view';

/** Keeps the chosen view of lists for the next page. Without storage the choice holds for this one. */
class ViewSwitch extends HTMLElement {
  connectedCallback(): void {
    const kept = readView();
    for (const choice of this.querySelectorAll('input')) {
      if (choice.value === kept) choice.checked = true;
      choice.addEventListener('change', () => {
        keepView(choice.value);
      });
    }
  }
}

function readView(): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function keepView(view: string): void {
  try {
    localStorage.setItem(key, view);
  } catch {
    // A browser may refuse to keep anything; the page follows the choice all the same.
  }
}

customElements.define('view-switch', ViewSwitch);
