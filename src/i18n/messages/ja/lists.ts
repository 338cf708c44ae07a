import type { lists as english } from '../en/lists.ts';

/** The start page and every list. */
export const lists = {
  'list.pages': 'ページ',
  'list.previous': '前へ',
  'list.next': '次へ',
  'list.page': '{page}ページ',
  'list.titleOfPage': '{title}、{page}ページ',
  'list.view': '表示',
  'list.cards': 'カード',
  'list.compact': 'コンパクト',
  'list.allCourses': 'すべてのコース',
  'list.morePrograms': 'ほか{count, plural, other {#プログラム}}',
  'list.empty': '現在、この一覧には何もありません。',

  'home.headline': '学びを育てるカタログ',
  'home.label': '{company}の学び',
  'home.introduction':
    'ここで働く皆さんのために選ばれた、{partners, plural, other {#機関}}の{courses, plural, other {#コース}}と{programs, plural, other {#プログラム}}。',
  'home.introductionOfCourses':
    'ここで働く皆さんのために選ばれた、{partners, plural, other {#機関}}の{courses, plural, other {#コース}}。',
  'home.wall': '注目のコース',
  'home.featured': 'おすすめ',
  'home.startingSoon': 'まもなく開始',
  'home.allStartingSoon': '60日以内に始まる{count, plural, other {#コース}}をすべて見る',
  'home.skills': '需要の高いスキル',
  'home.allSkills': 'すべてのスキル',

  'catalogs.title': 'カタログ',
  'catalogs.lead':
    'カタログは{company}が選んだコースの集まりです。一つのコースが複数のカタログに含まれることがあり、登録方法はカタログごとに異なります。',

  'catalog.description':
    '{title}：{courses, plural, other {#コース}}、{programs, plural, other {#プログラム}}。',
  'catalog.changed': '{date}更新',
  'catalog.bySubject': '分野別',

  'courses.title': 'コース',
  'courses.lead':
    '{company}のカタログにあるすべてのコースです。早く始められるものから並んでいます。',
  'startingSoon.title': 'まもなく開講',
  'startingSoon.lead': '次に始まるコースです。早いものから並んでいます。',
  'closingSoon.title': 'まもなく締切',
  'closingSoon.lead': '登録の最終日が近いコースです。近いものから並んでいます。',

  'programs.title': 'プログラム',
  'programs.lead': 'ひとまとまりで学び、一つの成果につながるコースです。',

  'terms.subject.title': '分野',
  'terms.subject.count': '{count, plural, other {#分野}}',
  'terms.subject.lead': 'コースが扱う分野と、それぞれのコース数です。',
  'terms.partner.title': '提供機関',
  'terms.partner.count': '{count, plural, other {#機関}}',
  'terms.partner.lead': '教えている大学や機関と、それぞれのコース数です。',
  'terms.skill.title': 'スキル',
  'terms.skill.count': '{count, plural, other {#スキル}}',
  'terms.skill.lead': 'コースを終えるとできるようになること（三つ以上のコースが教えるもの）です。',
  'terms.instructor.title': '講師',
  'terms.instructor.count': '{count, plural, other {講師#人}}',
  'terms.instructor.lead': '二つ以上のコースを教えている人です。',
  'terms.level.title': 'レベル',
  'terms.level.count': '{count, plural, other {#レベル}}',
  'terms.level.lead': 'コースが受講者に求める程度です。',
  'terms.language.title': '言語',
  'terms.language.count': '{count, plural, other {#言語}}',
  'terms.language.lead': 'コースで使われている言語です。コースの多いものから並んでいます。',
  'terms.numbers': '0～9',
  'terms.initials': '頭文字',

  'term.description':
    '{name}：{courses, plural, other {#コース}}、うち{open, plural, other {#件}}が受付中。',
  'term.website': '{name}のウェブサイト',
} satisfies Record<keyof typeof english, string>;
