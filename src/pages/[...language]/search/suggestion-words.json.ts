import type { APIRoute } from 'astro';
import { getInterface } from '../../../components/interface.ts';
import { createSuggestionWords } from '../../../components/suggest/suggestion-words.ts';
import { inEachLanguage } from '../../../layouts/site.ts';

/** Fetched when a search field is used, so that no page carries it. */
export function getStaticPaths() {
  return inEachLanguage();
}

export const GET: APIRoute = (context) =>
  Response.json(createSuggestionWords(getInterface(context)));
