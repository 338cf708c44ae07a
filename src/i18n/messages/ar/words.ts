import type { words as english } from '../en/words.ts';

/** What cards, facts and results have in common. */
export const words = {
  'kind.course': 'دورة',
  'kind.executiveEducation': 'تعليم تنفيذي',
  'kind.catalog': 'دليل',
  'kind.subject': 'مجال',
  'kind.partner': 'شريك',
  'kind.skill': 'مهارة',
  'kind.instructor': 'مدرّس',
  'kind.level': 'المستوى',
  'kind.language': 'اللغة',
  'kind.run': 'موعد الدورة',

  'programType.none': 'برنامج',
  'programType.masters': 'درجة الماجستير',
  'programType.bachelors': 'درجة البكالوريوس',
  'programType.doctorate': 'درجة الدكتوراه',
  'programType.named': 'برنامج {type}',

  'availability.open': 'مفتوح',
  'availability.soon': 'يبدأ قريبًا',
  'availability.upcoming': 'قادم',
  'availability.closed': 'أُغلق التسجيل',
  'availability.archived': 'مؤرشف',

  'pacing.self-paced': 'ذاتية',
  'pacing.instructor-paced': 'بإشراف مدرّس',
  'pacing.mixed': 'مختلطة',
  'pacing.note.self-paced': 'متى شئت',
  'pacing.note.instructor-paced': 'وفق جدول الدورة',

  'count.courses':
    '{count, plural, zero {لا دورات} one {دورة واحدة} two {دورتان} few {# دورات} many {# دورة} other {# دورة}}',
  'count.programs':
    '{count, plural, zero {لا برامج} one {برنامج واحد} two {برنامجان} few {# برامج} many {# برنامجًا} other {# برنامج}}',
  'count.partners':
    '{count, plural, zero {لا شركاء} one {شريك واحد} two {شريكان} few {# شركاء} many {# شريكًا} other {# شريك}}',
  'count.catalogs':
    '{count, plural, zero {لا أدلة} one {دليل واحد} two {دليلان} few {# أدلة} many {# دليلًا} other {# دليل}}',
  'level.introductory': 'تمهيدي',
  'level.intermediate': 'متوسط',
  'level.advanced': 'متقدم',
  'level.high-school': 'ثانوي',

  'count.weeks':
    '{count, plural, zero {أقل من أسبوع} one {أسبوع واحد} two {أسبوعان} few {# أسابيع} many {# أسبوعًا} other {# أسبوع}}',
  'count.months':
    '{count, plural, zero {أقل من شهر} one {شهر واحد} two {شهران} few {# أشهر} many {# شهرًا} other {# شهر}}',
  'count.years':
    '{count, plural, zero {أقل من سنة} one {سنة واحدة} two {سنتان} few {# سنوات} many {# سنة} other {# سنة}}',
  'count.atLeast': '{length} على الأقل',
  'count.weeksRange':
    '{min}–{max, plural, zero {# أسبوع} one {# أسبوع} two {# أسبوع} few {# أسابيع} many {# أسبوعًا} other {# أسبوع}}',
  'count.hoursAbout':
    'نحو {count, plural, zero {أقل من ساعة} one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}',
  'count.enrolledRecently':
    '{count, plural, zero {لم يسجّل أحد مؤخرًا.} one {سجّل شخص واحد مؤخرًا.} two {سجّل شخصان مؤخرًا.} few {سجّل # أشخاص مؤخرًا.} many {سجّل # شخصًا مؤخرًا.} other {سجّل # شخص مؤخرًا.}}',

  'effort.upTo':
    'حتى {max, plural, zero {# ساعة} one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}',
  'effort.exact':
    '{max, plural, zero {# ساعة} one {ساعة واحدة} two {ساعتان} few {# ساعات} many {# ساعة} other {# ساعة}}',
  'effort.range':
    '{min}–{max, plural, zero {# ساعة} one {# ساعة} two {# ساعة} few {# ساعات} many {# ساعة} other {# ساعة}}',
  'effort.perWeek': '{effort} أسبوعيًا',
  'effort.aWeek': 'أسبوعيًا',

  'price.included': 'مشمول',
  'price.free': 'مجاني',
  'price.listPrice': 'السعر المعلن',
  'price.listPriceOf': 'السعر المعلن {amount}',

  'start.anyTime': 'في أي وقت',
  'start.none': 'لا موعد بعد',

  'fact.starts': 'يبدأ',
  'fact.start': 'البداية',
  'fact.started': 'بدأ',
  'fact.ends': 'ينتهي',
  'fact.enrollBy': 'التسجيل حتى',
  'fact.enrollmentOpens': 'يُفتح التسجيل',
  'fact.length': 'المدة',
  'fact.effort': 'الجهد',
  'fact.level': 'المستوى',
  'fact.pacing': 'الوتيرة',
  'fact.price': 'السعر',
  'fact.certificate': 'الشهادة',
  'fact.language': 'اللغة',
  'fact.languages': 'اللغات',
  'fact.transcripts': 'النصوص: {languages}',
  'fact.subjects': 'المجالات',
  'fact.prerequisites': 'المتطلبات',
  'fact.mobile': 'الجوال',
  'fact.license': 'الترخيص',
  'license.allRightsReserved': 'جميع الحقوق محفوظة',
  'fact.yes': 'نعم',
  'fact.verified': 'موثّقة',
  'fact.courses': 'الدورات',
  'fact.inYourCatalogs': '{count} في أدلتك',
  'fact.programs': 'البرامج',
  'fact.partners': 'الشركاء',
  'fact.openNow': 'مفتوحة الآن',
  'fact.soon': 'تبدأ خلال ٦٠ يومًا',
  'fact.earliest': 'أقربها {date}',
  'fact.anyTime': 'تبدأ في أي وقت',
  'fact.selfPaced': 'وتيرة ذاتية',
  'fact.included': 'ضمن اشتراكك',
  'fact.changed': 'تغيّر',
  'fact.credit': 'الساعات المعتمدة',
  'fact.runs': 'المواعيد',
  'fact.dataDate': 'بيانات',

  'card.enrollBy': 'التسجيل حتى {date}',
  'card.catalogs': 'في {catalogs}',
  'card.reason.program': 'البرنامج نفسه',
  'card.reason.subject': 'المجال نفسه',
  'card.reason.partner': 'الشريك نفسه',

  'copy.link': 'انسخ الرابط',
  'copy.key': 'انسخ المفتاح',
  'copy.done': 'نُسخ',
} satisfies Record<keyof typeof english, string>;
