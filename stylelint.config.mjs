/** @type {import('stylelint').Config} */
export default {
  extends: ['stylelint-config-standard', 'stylelint-config-html/astro'],
  plugins: ['stylelint-use-logical'],
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
  rules: {
    // Prettier lays out; empty lines group what belongs together.
    'at-rule-empty-line-before': null,
    'comment-empty-line-before': null,
    'custom-property-empty-line-before': null,
    'declaration-block-single-line-max-declarations': null,
    'declaration-empty-line-before': null,
    'rule-empty-line-before': null,
    // Cascade layers and scoped styles decide, not the order in a file.
    'no-descending-specificity': null,
    // Both 0.55 and 55 % read well.
    'alpha-value-notation': null,

    'csstools/use-logical': 'always',
    // A leading underscore marks a private one.
    'custom-property-pattern': '^_?[a-z][a-z0-9]*(-[a-z0-9]+)*$',
    'declaration-no-important': true,
    // WebKit's name, which the checker's table lacks.
    'declaration-property-value-no-unknown': [
      true,
      { ignoreProperties: { 'text-align': '-webkit-match-parent' } },
    ],
    'hue-degree-notation': 'number',
    'import-notation': 'string',
    'lightness-notation': 'number',
    'max-nesting-depth': [
      2,
      {
        ignore: ['pseudo-classes'],
        ignoreAtRules: ['layer', 'media', 'container', 'supports'],
      },
    ],
    'selector-max-id': 0,
    'selector-pseudo-class-no-unknown': [true, { ignorePseudoClasses: ['global'] }],
    'value-keyword-case': ['lower', { ignoreProperties: ['/^--font-/', 'font-family'] }],
  },
  overrides: [
    // A utility wins over the component that it is put on.
    { files: ['src/styles/utilities.css'], rules: { 'declaration-no-important': null } },
  ],
};
