/** The start page and every list. */
export const lists = {
  'list.pages': 'Pages',
  'list.previous': 'Previous',
  'list.next': 'Next',
  'list.page': 'Page {page}',
  'list.titleOfPage': '{title}, page {page}',
  'list.view': 'View',
  'list.cards': 'Cards',
  'list.compact': 'Compact',
  'list.allCourses': 'All courses',
  'list.morePrograms': '{count, plural, one {# more program} other {# more programs}}',
  'list.empty': 'Nothing is listed here at the moment.',

  'home.headline': 'A catalogue to grow in',
  'home.label': '{company} learning',
  'home.introduction':
    '{courses, plural, one {# course} other {# courses}} and {programs, plural, one {# program} other {# programs}} from {partners, plural, one {# partner} other {# partners}}, chosen for the people who work here.',
  'home.introductionOfCourses':
    '{courses, plural, one {# course} other {# courses}} from {partners, plural, one {# partner} other {# partners}}, chosen for the people who work here.',
  'home.wall': 'Courses worth a look',
  'home.featured': 'Chosen for you',
  'home.startingSoon': 'Starting soon',
  'home.allStartingSoon':
    '{count, plural, one {The one course} other {All # courses}} starting within 60 days',
  'home.skills': 'Skills in demand',
  'home.allSkills': 'All skills',

  'catalogs.title': 'Catalogs',
  'catalogs.lead':
    'A catalog is a selection that {company} has made. A course may be in several, and each gives its own way to enroll.',

  'catalog.description':
    '{title}: {courses, plural, one {# course} other {# courses}} and {programs, plural, one {# program} other {# programs}}.',
  'catalog.changed': 'changed {date}',
  'catalog.bySubject': 'By subject',

  'courses.title': 'Courses',
  'courses.lead': 'Every course of {company}’s catalogs. What can be started first comes first.',
  'startingSoon.title': 'Starting soon',
  'startingSoon.lead': 'The next courses to start, the earliest first.',
  'closingSoon.title': 'Closing soon',
  'closingSoon.lead': 'Courses whose last day to enroll comes next, the nearest first.',

  'programs.title': 'Programs',
  'programs.lead': 'Courses that belong together and lead to something of their own.',

  'terms.subject.title': 'Subjects',
  'terms.subject.count': '{count, plural, one {# subject} other {# subjects}}',
  'terms.subject.lead': 'What the courses are about, with the number of courses in each.',
  'terms.partner.title': 'Partners',
  'terms.partner.count': '{count, plural, one {# partner} other {# partners}}',
  'terms.partner.lead':
    'The universities and institutes that teach, with the number of their courses.',
  'terms.skill.title': 'Skills',
  'terms.skill.count': '{count, plural, one {# skill} other {# skills}}',
  'terms.skill.lead': 'What one can do after a course, where at least three courses teach it.',
  'terms.instructor.title': 'Instructors',
  'terms.instructor.count': '{count, plural, one {# instructor} other {# instructors}}',
  'terms.instructor.lead': 'The people who teach, where they teach at least two courses.',
  'terms.level.title': 'Levels',
  'terms.level.count': '{count, plural, one {# level} other {# levels}}',
  'terms.level.lead': 'How much a course expects of those who take it.',
  'terms.language.title': 'Languages',
  'terms.language.count': '{count, plural, one {# language} other {# languages}}',
  'terms.language.lead': 'What the courses are taught in, those with the most courses first.',
  'terms.numbers': '0–9',
  'terms.initials': 'First letters',

  'term.description':
    '{name}: {courses, plural, one {# course} other {# courses}}, {open, plural, one {# open} other {# open}} now.',
  'term.website': 'Website of {name}',
} as const;
