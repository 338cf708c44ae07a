import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // A button in a form submits it, as the standard has it.
    'no-implicit-button-type': 'off',
    // Every script and style is of the site's own origin, by the policy (design §5).
    'require-sri': 'off',
    // Titles are those of the items, whole.
    'long-title': 'off',
    // How an element is written, not what it is.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
  },
});

/** What is wrong with a page by the HTML standard, each with its rule and its place in the page. */
export function checkHtml(html: string): HtmlProblem[] {
  const { results } = validator.validateStringSync(html);
  return results.flatMap(({ messages }) =>
    messages
      .filter(({ selector }) => selector?.includes('template') !== true)
      .map(({ ruleId, message, selector, line }) => ({
        rule: ruleId,
        text: `${message} (line ${line}${selector === null ? '' : `, ${selector}`})`,
      })),
  );
}

export interface HtmlProblem {
  rule: string;
  text: string;
}
