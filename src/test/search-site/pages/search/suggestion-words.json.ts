import type { APIRoute } from 'astro';
import { createInterface } from '#i18n';
import { createSuggestionWords } from '../../../../components/suggest/suggestion-words.ts';

export const GET: APIRoute = () =>
  Response.json(createSuggestionWords(createInterface({ language: 'en', base: '/' })));
