import type { site as english } from '../en/site.ts';

/** The frame of every page, and the pages about the site. */
export const site = {
  'site.skip': '本文へ移動',
  'site.mainNavigation': 'メイン',
  'site.aboutNavigation': 'このサイトについて',
  'site.languages': '言語',
  'site.breadcrumb': 'パンくずリスト',
  'site.home': 'カタログ',
  'site.dataDate': '{date}現在のデータ',
  'site.support': 'お問い合わせ：{email}',
  'site.programs': 'プログラム',
  'site.catalogs': 'カタログ',
  'site.subjects': '分野',
  'site.partners': '提供機関',
  'site.skills': 'スキル',
  'site.about': 'このカタログについて',
  'site.howToEnroll': '受講登録の方法',
  'site.accessibility': 'アクセシビリティ',

  'notFound.title': 'この棚にはありません',
  'notFound.lead':
    'このアドレスにページはありません。入力の誤りか、コースがカタログから外れた可能性があります。',
  'notFound.near': '近いアドレスのページ',
  'notFound.startFrom': 'ここから始める',

  'left.kicker': '掲載を終了しました',
  'left.course': 'このコースは{date}に{company}のカタログから外れました。',
  'left.program': 'このプログラムは{date}に{company}のカタログから外れました。',
  'left.alternatives': '代わりにこちらはいかがですか',
  'left.search': '「{title}」を検索',

  'about.title': 'このカタログについて',
  'about.lead': '内容、データの時点、使い方を説明します。',
  'about.data': 'データ',
  'about.dataText':
    'コース、日付、価格は、edX上の{company}のカタログから取得しています。edXとの最後の照合は{read}で、このページは{built}時点のものとして作成されました。受講登録は学習ポータルで行い、最終的な内容はそちらで決まります。',
  'about.failed':
    '{date}には読み取れませんでした。表示されているのはそれ以前の内容で、その後変わっている可能性があります。',
  'about.refusedData':
    '{date}に読み取った内容に不審な点があったため、表示していません。表示されているのはそれ以前の内容で、その後変わっている可能性があります。',
  'about.kept': '{catalog}は現在読み取れないため、{date}時点の内容を表示しています。',
  'about.zone': 'ページには閲覧者の場所が分からないため、日付は協定世界時（UTC）で示しています。',
  'about.notes':
    '読み取りの際、読めない日付などの不備が{count, plural, other {#件}}見つかりました。該当する項目は省いています。',
  'about.enroll': '受講登録の方法',
  'about.enrollText':
    'コースを開き、「受講登録」ボタンを押してください。会社が登録されている学習ポータルへ移動し、サインインを求められることがあります。コースが複数のカタログに含まれる場合は、それぞれにボタンがあり、会社が推奨するものがあるかもしれません。',
  'about.closedText': '破線で囲まれたボタンは現在使えません。理由は横の文に書かれています。',
  'about.refused': '除外した項目',
  'about.refusedText':
    '{count, plural, other {#件}}の項目を読み取れなかったため、表示していません。',
  'about.refusedKind': '種類',
  'about.refusedKey': 'キー',
  'about.refusedReason': '理由',
  'about.support': 'お問い合わせ',
  'about.supportText': 'ご質問、ご要望、誤りの連絡：{email}',
  'about.supportNone': '{company}の学習担当者にお問い合わせください。',
  'about.privacy': 'プライバシー',
  'about.privacyText':
    'このサイトはCookieを使わず、外部から何も読み込まず、閲覧者を数えません。検索内容はお使いのブラウザーの中にとどまります。',
  'about.accessibility': 'アクセシビリティ',
  'about.accessibilityText':
    'すべてのページは、キーボード、スクリーンリーダー、拡大表示、強制カラー、印刷で利用できます。検索以外はJavaScriptなしで動作します。妨げになるものがあればお知らせください。それは不具合です。',
} satisfies Record<keyof typeof english, string>;
