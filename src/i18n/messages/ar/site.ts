import type { site as english } from '../en/site.ts';

/** The frame of every page, and the pages about the site. */
export const site = {
  'site.skip': 'انتقل إلى النص',
  'site.mainNavigation': 'الرئيسية',
  'site.aboutNavigation': 'حول الموقع',
  'site.languages': 'اللغات',
  'site.breadcrumb': 'مسار التنقل',
  'site.home': 'الدليل',
  'site.dataDate': 'بيانات {date}',
  'site.support': 'المساعدة: {email}',
  'site.programs': 'البرامج',
  'site.catalogs': 'الأدلة',
  'site.subjects': 'المجالات',
  'site.partners': 'الشركاء',
  'site.skills': 'المهارات',
  'site.about': 'حول هذا الدليل',
  'site.howToEnroll': 'كيفية التسجيل',
  'site.accessibility': 'إمكانية الوصول',

  'notFound.title': 'ليس على هذا الرف',
  'notFound.lead': 'لا توجد صفحة على هذا العنوان. ربما كُتب خطأً، أو أن دورته غادرت الدليل.',
  'notFound.near': 'قريبة من هذا العنوان',
  'notFound.startFrom': 'أو ابدأ من هنا',

  'left.kicker': 'لم تعد في الدليل',
  'left.course': 'غادرت هذه الدورة أدلة {company} في {date}.',
  'left.program': 'غادر هذا البرنامج أدلة {company} في {date}.',
  'left.alternatives': 'لعل إحدى هذه تغني عنها',
  'left.search': 'ابحث عن «{title}»',

  'about.title': 'حول هذا الدليل',
  'about.lead': 'ما الذي فيه، وما عمر بياناته، وكيف تستفيد منه.',
  'about.data': 'البيانات',
  'about.dataText':
    'تأتي الدورات والمواعيد والأسعار من أدلة {company} على edX. قورنت آخر مرة مع edX في {read}، وأُعدّت هذه الصفحات لتاريخ {built}. يتم التسجيل في بوابة التعلّم، ولها الكلمة الأخيرة.',
  'about.failed': 'تعذّرت قراءتها في {date}. ما تراه أقدم من ذلك وربما تغيّر منذ ذلك الحين.',
  'about.refusedData':
    'ما قُرئ في {date} لم يبدُ صحيحًا فلم يُعرض. ما تراه أقدم من ذلك وربما تغيّر منذ ذلك الحين.',
  'about.kept': 'تتعذّر قراءة {catalog} حاليًا، ويُعرض كما كان في {date}.',
  'about.zone': 'الأيام بالتوقيت العالمي المنسّق، لأن الصفحة لا تعرف مكانك.',
  'about.notes':
    'عند قراءتها {count, plural, zero {لم تظهر ملاحظات} one {ظهرت ملاحظة واحدة} two {ظهرت ملاحظتان} few {ظهرت # ملاحظات} many {ظهرت # ملاحظة} other {ظهرت # ملاحظة}}، مثل تاريخ لا يُقرأ. تُترك مثل هذه التفاصيل.',
  'about.enroll': 'كيفية التسجيل',
  'about.enrollText':
    'افتح دورة واتبع زر «التسجيل». يقودك إلى بوابة التعلّم التي تعرف شركتك وقد تطلب منك تسجيل الدخول. قد تكون الدورة في أكثر من دليل، فيكون لكل منها زره، وقد تفضّل شركتك أحدها.',
  'about.closedText': 'الزر ذو الإطار المتقطع لا يُستخدم الآن، والجملة بجانبه تذكر السبب.',
  'about.refused': 'ما لم يُعرض',
  'about.refusedText':
    '{count, plural, zero {لا عناصر متروكة.} one {عنصر واحد تعذّرت قراءته ولم يُعرض.} two {عنصران تعذّرت قراءتهما ولم يُعرضا.} few {# عناصر تعذّرت قراءتها ولم تُعرض.} many {# عنصرًا تعذّرت قراءتها ولم تُعرض.} other {# عنصر تعذّرت قراءتها ولم تُعرض.}}',
  'about.refusedKind': 'النوع',
  'about.refusedKey': 'المفتاح',
  'about.refusedReason': 'السبب',
  'about.support': 'المساعدة',
  'about.supportText': 'الأسئلة والرغبات والأخطاء: {email}',
  'about.supportNone': 'اسأل القائمين على التعلّم في {company}.',
  'about.privacy': 'الخصوصية',
  'about.privacyText':
    'لا تستخدم هذه الصفحات ملفات تعريف الارتباط، ولا تحمّل شيئًا من خارجها، ولا تحصي أحدًا. يبقى بحثك في متصفحك.',
  'about.accessibility': 'إمكانية الوصول',
  'about.accessibilityText':
    'تعمل كل صفحة بلوحة المفاتيح وبقارئ الشاشة ومكبّرة وبألوان مفروضة ومطبوعة. كل شيء عدا البحث يعمل من دون JavaScript. إن أعاقك شيء فأخبرنا: إنه خطأ منّا.',
} satisfies Record<keyof typeof english, string>;
