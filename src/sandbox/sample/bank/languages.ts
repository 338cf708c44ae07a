export interface BankLanguage {
  code: string;
  /** As the API names it in facets. */
  name: string;
  /** The description's second paragraph. English has several, in `texts.ts`. */
  format: string;
}

export const languages: Record<string, BankLanguage> = {
  en: { code: 'en-us', name: 'English', format: '' },
  es: {
    code: 'es-es',
    name: 'Spanish',
    format:
      'Cada semana hay unos cuarenta minutos de vídeo, un ejercicio largo y una conversación con dos compañeros. Todo puede leerse en lugar de verse.',
  },
  fr: {
    code: 'fr-fr',
    name: 'French',
    format:
      'Chaque semaine : quarante minutes de film, un long exercice et une conversation avec deux autres participants. On peut tout lire au lieu de regarder.',
  },
  de: {
    code: 'de-de',
    name: 'German',
    format:
      'Jede Woche gibt es etwa vierzig Minuten Film, eine lange Übung und ein Gespräch mit zwei anderen. Alles lässt sich auch lesen.',
  },
  pt: {
    code: 'pt-br',
    name: 'Portuguese',
    format:
      'A cada semana há cerca de quarenta minutos de vídeo, um exercício longo e uma conversa com dois colegas. Tudo também pode ser lido.',
  },
  ar: {
    code: 'ar',
    name: 'Arabic',
    format:
      'في كل أسبوع نحو أربعين دقيقة من المقاطع القصيرة، وتمرين واحد طويل، وحوار مع اثنين من الزملاء. ويمكن قراءة المادة كلها بدل مشاهدتها.',
  },
  he: {
    code: 'he',
    name: 'Hebrew',
    format:
      'בכל שבוע כארבעים דקות של סרטונים קצרים, תרגיל ארוך אחד ושיחה עם שני לומדים נוספים. את הכול אפשר גם לקרוא.',
  },
  ja: {
    code: 'ja',
    name: 'Japanese',
    format:
      '毎週、四十分ほどの短い映像と、長めの課題が一つ、そして二人の受講者との対話があります。映像の内容はすべて文章でも読めます。',
  },
  zh: {
    code: 'zh-cn',
    name: 'Chinese',
    format:
      '每周约有四十分钟的短片、一个较长的练习，以及与两位同学的一次讨论。所有内容也可以只读文字。',
  },
};
