import type { lists as english } from '../en/lists.ts';

/** The start page and every list. */
export const lists = {
  'list.pages': 'الصفحات',
  'list.previous': 'السابقة',
  'list.next': 'التالية',
  'list.page': 'الصفحة {page}',
  'list.titleOfPage': '{title}، الصفحة {page}',
  'list.view': 'طريقة العرض',
  'list.cards': 'بطاقات',
  'list.compact': 'مختصر',
  'list.allCourses': 'كل الدورات',
  'list.morePrograms':
    '{count, plural, zero {لا برامج أخرى} one {برنامج آخر} two {برنامجان آخران} few {# برامج أخرى} many {# برنامجًا آخر} other {# برنامج آخر}}',
  'list.empty': 'لا شيء في هذه القائمة حاليًا.',

  'home.headline': 'دليل تنمو به',
  'home.label': 'التعلّم في {company}',
  'home.introduction':
    '{courses, plural, zero {لا دورات} one {دورة واحدة} two {دورتان} few {# دورات} many {# دورة} other {# دورة}} و{programs, plural, zero {لا برامج} one {برنامج واحد} two {برنامجان} few {# برامج} many {# برنامجًا} other {# برنامج}} من {partners, plural, zero {لا شركاء} one {شريك واحد} two {شريكين} few {# شركاء} many {# شريكًا} other {# شريك}}، مختارة لمن يعملون هنا.',
  'home.introductionOfCourses':
    '{courses, plural, zero {لا دورات} one {دورة واحدة} two {دورتان} few {# دورات} many {# دورة} other {# دورة}} من {partners, plural, zero {لا شركاء} one {شريك واحد} two {شريكين} few {# شركاء} many {# شريكًا} other {# شريك}}، مختارة لمن يعملون هنا.',
  'home.wall': 'دورات تستحق النظر',
  'home.featured': 'مختارة لك',
  'home.startingSoon': 'تبدأ قريبًا',
  'home.allStartingSoon':
    '{count, plural, zero {لا دورات تبدأ} one {الدورة التي تبدأ} two {الدورتان اللتان تبدآن} few {كل الدورات (#) التي تبدأ} many {كل الدورات (#) التي تبدأ} other {كل الدورات (#) التي تبدأ}} خلال ٦٠ يومًا',
  'home.skills': 'مهارات مطلوبة',
  'home.allSkills': 'كل المهارات',

  'catalogs.title': 'الأدلة',
  'catalogs.lead':
    'الدليل مجموعة اختارتها {company}. قد تكون الدورة في أكثر من دليل، ولكل دليل طريقته في التسجيل.',

  'catalog.description':
    '{title}: {courses, plural, zero {لا دورات} one {دورة واحدة} two {دورتان} few {# دورات} many {# دورة} other {# دورة}} و{programs, plural, zero {لا برامج} one {برنامج واحد} two {برنامجان} few {# برامج} many {# برنامجًا} other {# برنامج}}.',
  'catalog.changed': 'تغيّر في {date}',
  'catalog.bySubject': 'حسب المجال',

  'courses.title': 'الدورات',
  'courses.lead': 'كل دورات أدلة {company}، وأولها ما يمكن أن تبدأه أولًا.',
  'startingSoon.title': 'تبدأ قريبًا',
  'startingSoon.lead': 'الدورات التالية في البدء، وأولها أقربها.',
  'closingSoon.title': 'تُغلق قريبًا',
  'closingSoon.lead': 'الدورات التي يقترب آخر يوم للتسجيل فيها، وأولها أقربها.',

  'programs.title': 'البرامج',
  'programs.lead': 'دورات مترابطة تقود إلى شيء خاص بها.',

  'terms.subject.title': 'المجالات',
  'terms.subject.count':
    '{count, plural, zero {لا مجالات} one {مجال واحد} two {مجالان} few {# مجالات} many {# مجالًا} other {# مجال}}',
  'terms.subject.lead': 'ما تتناوله الدورات، مع عدد الدورات في كل مجال.',
  'terms.partner.title': 'الشركاء',
  'terms.partner.count':
    '{count, plural, zero {لا شركاء} one {شريك واحد} two {شريكان} few {# شركاء} many {# شريكًا} other {# شريك}}',
  'terms.partner.lead': 'الجامعات والمعاهد التي تدرّس، مع عدد دوراتها.',
  'terms.skill.title': 'المهارات',
  'terms.skill.count':
    '{count, plural, zero {لا مهارات} one {مهارة واحدة} two {مهارتان} few {# مهارات} many {# مهارة} other {# مهارة}}',
  'terms.skill.lead': 'ما تستطيع فعله بعد الدورة، مما تعلّمه ثلاث دورات على الأقل.',
  'terms.instructor.title': 'المدرّسون',
  'terms.instructor.count':
    '{count, plural, zero {لا مدرّسين} one {مدرّس واحد} two {مدرّسان} few {# مدرّسين} many {# مدرّسًا} other {# مدرّس}}',
  'terms.instructor.lead': 'من يدرّسون، إن كانوا يدرّسون دورتين على الأقل.',
  'terms.level.title': 'المستويات',
  'terms.level.count':
    '{count, plural, zero {لا مستويات} one {مستوى واحد} two {مستويان} few {# مستويات} many {# مستوى} other {# مستوى}}',
  'terms.level.lead': 'ما تتوقعه الدورة ممن يلتحق بها.',
  'terms.language.title': 'اللغات',
  'terms.language.count':
    '{count, plural, zero {لا لغات} one {لغة واحدة} two {لغتان} few {# لغات} many {# لغة} other {# لغة}}',
  'terms.language.lead': 'اللغات التي تُدرَّس بها الدورات، وأولها أكثرها دورات.',
  'terms.numbers': '٠–٩',
  'terms.initials': 'الحروف الأولى',

  'term.description':
    '{name}: {courses, plural, zero {لا دورات} one {دورة واحدة} two {دورتان} few {# دورات} many {# دورة} other {# دورة}}، {open, plural, zero {ليس منها مفتوح} one {واحدة مفتوحة} two {اثنتان مفتوحتان} few {# مفتوحة} many {# مفتوحة} other {# مفتوحة}} الآن.',
  'term.website': 'موقع {name}',
} satisfies Record<keyof typeof english, string>;
