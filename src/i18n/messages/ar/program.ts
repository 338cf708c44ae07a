import type { program as english } from '../en/program.ts';

/** Programs. */
export const program = {
  'program.openCourses': '{open} من {total} دورات مفتوحة',
  'program.beginOn': 'ابدأ في {date}',
  'program.beginAnyTime': 'ابدأ في أي وقت',
  'program.noEnrollment':
    'ليس للبرامج تسجيل خاص بها: سجّل في الدورات واحدة واحدة، بالترتيب أو من دونه.',
  'program.allInCatalogs':
    '{count, plural, zero {لا دورات في أدلتك.} one {دورته في أدلتك.} two {دورتاه في أدلتك.} few {كل دوراته (#) في أدلتك.} many {كل دوراته (#) في أدلتك.} other {كل دوراته (#) في أدلتك.}}',
  'program.someInCatalogs': '{count} من {total} دورات في أدلتك.',
  'program.courseCountInLength':
    '{count, plural, zero {لا دورات} one {دورة واحدة} two {دورتان} few {# دورات} many {# دورة} other {# دورة}} في {length}.',
  'program.boughtAtOnce': 'يمكن شراء كل دوراته دفعة واحدة.',
  'program.noCourses': 'دورات هذا البرنامج ليست في أدلتك.',
  'program.degreeEnrollment': 'يُقدَّم طلب الدرجة العلمية في الجامعة، لا هنا.',
  'program.apply': 'قدّم طلبك في الجامعة',
  'program.degreeLink': 'صفحة الجامعة',
  'program.goToCourse': 'إلى الدورة {position}',
  'program.courses': 'الدورات',
  'program.notInCatalogs': 'ليست في أدلة {company}.',
  'program.askForIt': 'اطلبها',
  'program.startsOn': 'تبدأ في {date}',
  'program.startedOn': 'بدأت في {date}',
  'program.selfPaced': '{count} بوتيرة ذاتية',
  'program.priceOfAll': '{amount} للدورات كلها',
  'program.field': 'لماذا هذا المجال',
  'program.endorsements': 'توصيات',
  'program.credit': 'الساعات المعتمدة',
  'program.creditBackers': 'تمنح الساعات المعتمدة {organizations}.',
  'program.curriculum': 'الخطة الدراسية',
  'program.specializations': 'التخصصات',
  'program.quickFacts': 'حقائق سريعة',
  'program.rankings': 'التصنيفات',
  'program.costs': 'التكاليف',
  'program.deadlines': 'المواعيد النهائية',
  'program.requirements': 'كيفية التقديم',
  'program.prerequisiteCoursework': 'المتطلبات',
  'program.more': 'المزيد عن هذا البرنامج',
  'program.lengths': 'المدة، دورة بدورة',
  'program.ask': 'اسأل عن هذا البرنامج',
  'program.totalHours':
    '{count, plural, zero {أقل من ساعة} one {ساعة واحدة} two {ساعتان} few {# ساعات} many {# ساعة} other {# ساعة}} إجمالًا',
  'program.description':
    '{type} من {count, plural, zero {لا دورات} one {دورة واحدة} two {دورتين} few {# دورات} many {# دورة} other {# دورة}}.',
  'program.restrictionsText':
    'بسبب قواعد التصدير في الولايات المتحدة، لا يمكن لأشخاص في بعض البلدان والمناطق التسجيل في هذا البرنامج.',
} satisfies Record<keyof typeof english, string>;
