/** Fields that search everything. The code for their suggestions comes when one of them is used. */
const fields = [...document.querySelectorAll<HTMLInputElement>('input[data-suggestions]')];
const started = new Set<HTMLInputElement>();

for (const field of fields) {
  field.role = 'combobox';
  field.ariaExpanded = 'false';
  field.ariaAutoComplete = 'list';
  field.setAttribute('aria-keyshortcuts', '/ Control+K Meta+K');
  field.addEventListener('focus', () => void start(field));
  if (field === document.activeElement) void start(field);
}

addEventListener('keydown', (event) => {
  const field = fields.find((each) => each.checkVisibility());
  if (field === undefined || event.defaultPrevented || !isShortcut(event)) return;
  event.preventDefault();
  field.focus();
  field.select();
});

async function start(field: HTMLInputElement): Promise<void> {
  if (started.has(field)) return;
  started.add(field);
  try {
    const { startSuggestions } = await import('../suggest/suggestions.client.ts');
    await startSuggestions(field);
  } catch {
    // Without them the field is a plain one; the next time that it is used they may arrive.
    started.delete(field);
  }
}

/** `/` where nobody is writing, and Ctrl or ⌘ with K. */
function isShortcut({ key, target, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (altKey) return false;
  if (ctrlKey !== metaKey) return key.toLowerCase() === 'k' && !shiftKey;
  return key === '/' && !ctrlKey && !(target instanceof Element && isWritten(target));
}

function isWritten(element: Element): boolean {
  return element.matches(
    'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]',
  );
}
