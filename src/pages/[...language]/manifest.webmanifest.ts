import type { APIRoute } from 'astro';
import { pageColors } from '#config';
import { manifestText } from '#seo';
import { getInterface } from '../../components/interface.ts';
import { inEachLanguage, siteConfig } from '../../layouts/site.ts';

export function getStaticPaths() {
  return inEachLanguage();
}

export const GET: APIRoute = (context) => {
  const { t, path, language, direction } = getInterface(context);
  const text = manifestText(
    {
      ...siteConfig,
      description: t('home.label', { company: siteConfig.companyName }),
      language,
      direction,
      ground: pageColors.day,
    },
    { path },
  );
  return new Response(text);
};
