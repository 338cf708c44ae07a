import { pageTitle } from './head.ts';
import { addressOf, type PagePlace } from './place.ts';

/** Address of the search page with a place for the words, which `parameter` names: "…/search/?q={searchTerms}". */
export function searchTemplate(place: PagePlace, parameter: string): string {
  return `${addressOf(place, (path) => path.search())}?q={${parameter}}`;
}

/** Longer names are cut off, as the specification has it. */
const shortNameLength = 16;

/**
 * What lets a browser search the site from its address bar, as an OpenSearch description
 * (https://github.com/dewitt/opensearch).
 */
export function openSearchText(
  site: { companyName: string; siteName: string; description: string; language: string },
  place: PagePlace,
): string {
  const name = pageTitle(undefined, site);
  const shortName = name.length <= shortNameLength ? name : site.siteName.slice(0, shortNameLength);
  const icon = addressOf(place, (path) => path.file('icon-192.png'));
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(shortName)}</ShortName>
  <LongName>${escapeXml(name.slice(0, 48))}</LongName>
  <Description>${escapeXml(site.description)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>${site.language}</Language>
  <Image width="192" height="192" type="image/png">${escapeXml(icon)}</Image>
  <Url type="text/html" method="get" template="${escapeXml(searchTemplate(place, 'searchTerms'))}"/>
</OpenSearchDescription>
`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
