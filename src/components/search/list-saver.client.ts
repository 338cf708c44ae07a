import { requirePart } from './parts.client.ts';
import type { SearchMessages } from './search-messages.ts';

export interface ListSaver {
  /** There is nothing to save where nothing is found. */
  update: (count: number) => void;
}

/**
 * Saves the present list as a CSV file that says in its name, and in the last column, which day's data it holds.
 * `write` gives its content.
 */
export function createListSaver(
  root: HTMLElement,
  messages: SearchMessages,
  { day, write }: { day: string; write: () => Promise<string> },
): ListSaver {
  const button = requirePart(root, 'save-list', HTMLButtonElement);
  const note = requirePart(root, 'save-note', HTMLElement);
  const area = requirePart(root, 'save', HTMLElement);
  let isWriting = false;

  const save = async (): Promise<void> => {
    if (isWriting) return;
    isWriting = true;
    note.textContent = messages.listLoading;
    try {
      saveFile(`courses-${day}.csv`, await write());
      note.textContent = '';
    } catch (error) {
      // eslint-disable-next-line no-console -- the visitor sees a note; who looks into it needs the cause
      console.error(error);
      note.textContent = messages.listFailed;
    }
    isWriting = false;
  };
  button.addEventListener('click', () => void save());
  return {
    update: (count) => {
      area.hidden = count === 0;
      if (!isWriting) note.textContent = '';
    },
  };
}

function saveFile(name: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  // Some browsers begin to read it only after this task.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
