import type { APIRoute } from 'astro';
import { openSearchText } from '#seo';
import { getInterface } from '../../components/interface.ts';
import { inEachLanguage, siteConfig, siteUrl } from '../../layouts/site.ts';

export function getStaticPaths() {
  return inEachLanguage();
}

export const GET: APIRoute = (context) => {
  const { t, path, language } = getInterface(context);
  const description = t('search.smallLabel');
  const text = openSearchText({ ...siteConfig, description, language }, { siteUrl, path });
  return new Response(text);
};
