import { readAddresses, removeLastAddresses, type AddressReading } from '#admin/addresses';
import { cloneTemplate, requirePart } from '../../search/parts.client.ts';
import { createTimer } from '../../search/timer.client.ts';
import { byAttention, describeTable, describeEntry } from './address-words.ts';
import { addressesOf, countOf, formatCount } from '../count.ts';

const shownRows = 100;

/** What the server takes, less the other fields. */
const maxFileBytes = 900_000;

/** Counts the addresses of a form as they are typed, and shows what was read. */
class PlanForm extends HTMLElement {
  #reading: AddressReading | undefined;
  #readTimer = createTimer(150);
  #sayTimer = createTimer(1200);

  connectedCallback(): void {
    const { content } = requirePart(this, 'counts', HTMLTemplateElement);
    requirePart(this, 'counts', HTMLTemplateElement).after(content.cloneNode(true));
    requirePart(this, 'notice', HTMLElement).append(cloneTemplate(this, 'excess'));
    this.#list.addEventListener('input', () => {
      this.#readTimer.start(() => {
        this.#read();
      });
    });
    this.querySelector<HTMLInputElement>('[name="file"]')?.addEventListener('change', (event) => {
      void this.#takeFile(event.currentTarget as HTMLInputElement);
    });
    requirePart(this, 'remove', HTMLButtonElement).addEventListener('click', () => {
      this.#removeExcess();
    });
    requirePart(this, 'copy', HTMLButtonElement).addEventListener('click', () => {
      void this.#copyInvalid();
    });
    this.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLTextAreaElement) this.#countCharacters(target);
    });
    this.#read();
  }

  get #list(): HTMLTextAreaElement {
    const found = this.querySelector('[name="addresses"]');
    if (found instanceof HTMLTextAreaElement) return found;
    throw new Error('The form has no list of addresses.');
  }

  get #limit(): number {
    return Number(this.dataset['limit']);
  }

  /** Different addresses beyond what there is room for. */
  get #excess(): number {
    const { valid = 0, overLimit = 0 } = this.#reading?.counts ?? {};
    return Math.max(0, valid + overLimit - Math.min(this.#limit, this.#seats ?? this.#limit));
  }

  get #seats(): number | undefined {
    const { seats } = this.dataset;
    return seats === undefined ? undefined : Number(seats);
  }

  #read(): void {
    this.#reading = readAddresses(this.#list.value, { limit: this.#limit });
    const { counts, entries } = this.#reading;
    const after = (this.#seats ?? 0) - counts.valid - counts.overLimit;
    for (const [name, count] of Object.entries({ ...counts, after })) {
      const place = this.querySelector(`[data-count="${name}"]`);
      if (place === null) continue;
      place.textContent = formatCount(count);
      const fact = place.closest('div');
      if (fact !== null && name === 'overLimit') fact.hidden = count === 0;
    }
    this.#showExcess();
    this.#showRows(this.#reading);
    if (entries.length > 0) {
      this.#say(
        `${formatCount(counts.valid)} valid, ${formatCount(counts.invalid)} invalid, ${countOf(counts.duplicate, 'duplicate')}.`,
      );
    }
  }

  #showExcess(): void {
    const excess = this.#excess;
    const review = requirePart(this, 'review', HTMLButtonElement);
    requirePart(this, 'notice', HTMLElement).hidden = excess === 0;
    const isClosed = review.closest('fieldset:disabled') !== null;
    if (isClosed) return;
    review.disabled = excess > 0;
    requirePart(this, 'reason', HTMLElement).textContent =
      excess > 0 ? `Remove ${addressesOf(excess)} first.` : 'Nothing is sent yet.';
    requirePart(this, 'excess-title', HTMLElement).textContent = `${addressesOf(excess)} too many.`;
    requirePart(this, 'excess-words', HTMLElement).textContent =
      this.#seats === undefined || this.#seats > this.#limit
        ? `One review takes ${addressesOf(this.#limit)}.`
        : `The plan has ${countOf(this.#seats, 'free license')}.`;
    requirePart(this, 'remove', HTMLButtonElement).textContent =
      `Remove the last ${formatCount(excess)}`;
  }

  #showRows(reading: AddressReading): void {
    const { entries, counts } = reading;
    requirePart(this, 'reading', HTMLElement).hidden = entries.length === 0;
    requirePart(this, 'reading-said', HTMLElement).textContent = describeTable(reading);
    requirePart(this, 'copy', HTMLButtonElement).hidden =
      counts.invalid === 0 || !('clipboard' in navigator);
    const shown = byAttention(entries, shownRows);
    requirePart(this, 'more', HTMLElement).textContent =
      shown.length < entries.length ? `${formatCount(entries.length - shown.length)} more.` : '';
    const rows = shown.map((entry) => {
      const row = cloneTemplate(this, `row-${entry.class}`);
      const cells = { line: String(entry.line), ...describeEntry(entry) };
      for (const [name, text] of Object.entries(cells)) {
        const cell = row.querySelector(`[data-cell="${name}"]`);
        if (cell !== null) cell.textContent = text;
      }
      return row;
    });
    requirePart(this, 'rows', HTMLElement).replaceChildren(...rows);
  }

  #removeExcess(): void {
    if (this.#reading === undefined) return;
    this.#list.value = removeLastAddresses(this.#reading, this.#excess);
    this.#read();
    this.#list.focus();
  }

  async #takeFile(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (file === undefined) return;
    const said = requirePart(this, 'file-said', HTMLElement);
    input.value = '';
    if (file.size > maxFileBytes) {
      said.textContent = `${file.name} is too large. Take the column of addresses alone.`;
      return;
    }
    this.#list.value = await file.text();
    said.textContent = `${file.name} stands above now.`;
    this.#read();
  }

  async #copyInvalid(): Promise<void> {
    const invalid = this.#reading?.entries.flatMap((entry) =>
      entry.class === 'invalid' ? [entry.text] : [],
    );
    await navigator.clipboard.writeText(invalid?.join('\n') ?? '');
    this.#say('Copied.');
  }

  #countCharacters({ name, value, dataset }: HTMLTextAreaElement): void {
    const place = this.querySelector(`[data-length="${name}"]`);
    if (place === null) return;
    place.textContent = formatCount(value.length);
    place.classList.toggle('warning', value.length > Number(dataset['max']));
  }

  /** Once the typing has ended. */
  #say(words: string): void {
    this.#sayTimer.start(() => {
      requirePart(this, 'said', HTMLElement).textContent = words;
    });
  }
}

customElements.define('plan-form', PlanForm);
