import {
  fillPlural,
  findMarks,
  foldWords,
  type FoundCard,
  type FoundTerm,
  type SuggestionLimits,
  type Suggestions,
} from '#search/browser';
import { sharedSource } from '../search/shared-source.client.ts';
import { createTimer } from '../search/timer.client.ts';
import { createCombobox, type ComboboxOption, type OptionGroup } from './combobox.client.ts';
import { forgetSearch, forgetSearches, readSearches } from './recent-searches.client.ts';
import type { SuggestionWords } from './suggestion-words.ts';

const typingDelayMs = 120;
const statusDelayMs = 900;

const everywhere: SuggestionLimits = { courses: 4, programs: 2, terms: 4 };
/** Results themselves appear there while one types. */
const amongResults: SuggestionLimits = { courses: 0, programs: 0, terms: 3 };
const mostRecent = 5;

/** Suggests while somebody types into a field that searches everything; the form works without. */
export async function startSuggestions(input: HTMLInputElement): Promise<void> {
  const { form } = input;
  if (form === null) return;
  const search = new URL(form.action).pathname;
  const home = search.slice(0, search.lastIndexOf('search/'));
  const answer = await fetch(`${search}suggestion-words.json`);
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}.`);
  const words = (await answer.json()) as SuggestionWords;
  const limits = input.closest('catalog-search') === null ? everywhere : amongResults;
  const source = sharedSource({ base: import.meta.env.BASE_URL, home });
  const status = createStatus(form);
  const typing = createTimer(typingDelayMs);
  const saying = createTimer(statusDelayMs);
  // An answer to what stands there no more comes too late.
  let last = 0;

  const searchFor = (query: string): string => `${search}?${new URLSearchParams({ q: query })}`;
  const recentGroup = (query: string): OptionGroup => {
    const kept = readSearches().filter((other) => isBegun(other, query));
    const options: ComboboxOption[] = kept.slice(0, query === '' ? mostRecent : 2).map((other) => ({
      words: other,
      href: searchFor(other),
      marks: findMarks(other, new Set(foldWords(query))),
      remove: () => {
        forgetSearch(other);
        void update();
      },
    }));
    if (query === '' && options.length > 0) {
      const act = (): void => {
        forgetSearches();
        combobox.close();
      };
      options.push({ words: words.forget, href: search, act });
    }
    return { name: words.recent, options };
  };
  const update = async (): Promise<void> => {
    const own = (last += 1);
    const query = input.value.trim();
    const recent = recentGroup(query);
    const found = query === '' ? [] : await suggestFor(query);
    if (own !== last || document.activeElement !== input) return;
    const groups = [...found, recent];
    combobox.show(groups);
    const count = groups.reduce((sum, { options }) => sum + options.length, 0);
    saying.start(() => {
      status.textContent = count === 0 ? '' : fillPlural(words.count, count, words.locale);
    });
  };
  const suggestFor = async (query: string): Promise<OptionGroup[]> => {
    try {
      return toGroups(await source.suggest(query, limits), home, words);
    } catch {
      // The form still leads to the search, which says what is wrong.
      return [];
    }
  };
  const combobox = createCombobox(input, { label: words.list, open: () => void update() });

  input.addEventListener('input', (event) => {
    typing.stop();
    saying.stop();
    if (event instanceof InputEvent && event.isComposing) return;
    typing.start(() => void update());
  });
  input.addEventListener('compositionend', () => typing.start(() => void update()));
  input.addEventListener('click', () => {
    if (input.value === '') void update();
  });
  for (const event of ['blur', 'change'])
    input.addEventListener(event, () => {
      last += 1;
      typing.stop();
      saying.stop();
    });
  // What was typed, or asked for, before this arrived.
  if (document.activeElement === input) void update();
}

function toGroups(
  { courses, programs, terms }: Suggestions,
  home: string,
  words: SuggestionWords,
): OptionGroup[] {
  return [
    { name: words.courses, options: courses.map(toOption) },
    { name: words.programs, options: programs.map(toOption) },
    {
      name: words.terms,
      options: terms.map((term) => ({
        words: term.name,
        marks: term.marks,
        note: noteOf(term, words),
        href: home + term.path,
      })),
    },
  ];
}

function toOption({ title, marks, language, partners, url }: FoundCard): ComboboxOption {
  return {
    words: title,
    marks: marks.title,
    ...(language !== undefined && { language }),
    note: partners,
    href: url,
  };
}

/** "Skill · 12". */
function noteOf({ kind, count }: FoundTerm, { kinds, locale }: SuggestionWords): string {
  return `${kinds[kind]} · ${count.toLocaleString(locale)}`;
}

function isBegun(query: string, beginning: string): boolean {
  const [whole, part] = [query.toLowerCase(), beginning.toLowerCase()];
  return whole !== part && whole.startsWith(part);
}

function createStatus(form: HTMLFormElement): HTMLElement {
  const status = document.createElement('span');
  status.className = 'visually-hidden';
  status.role = 'status';
  form.append(status);
  return status;
}
