import type { lists as english } from '../en/lists.ts';

/** The start page and every list. */
export const lists = {
  'list.pages': 'Seiten',
  'list.previous': 'Zurück',
  'list.next': 'Weiter',
  'list.page': 'Seite {page}',
  'list.titleOfPage': '{title}, Seite {page}',
  'list.view': 'Ansicht',
  'list.cards': 'Karten',
  'list.compact': 'Kompakt',
  'list.allCourses': 'Alle Kurse',
  'list.morePrograms': '{count, plural, one {# weiteres Programm} other {# weitere Programme}}',
  'list.empty': 'Hier steht zurzeit nichts.',

  'home.headline': 'Ein Katalog zum Wachsen',
  'home.label': 'Lernen bei {company}',
  'home.introduction':
    '{courses, plural, one {# Kurs} other {# Kurse}} und {programs, plural, one {# Programm} other {# Programme}} von {partners, plural, one {# Anbieter} other {# Anbietern}}, ausgewählt für die Menschen, die hier arbeiten.',
  'home.introductionOfCourses':
    '{courses, plural, one {# Kurs} other {# Kurse}} von {partners, plural, one {# Anbieter} other {# Anbietern}}, ausgewählt für die Menschen, die hier arbeiten.',
  'home.wall': 'Sehenswerte Kurse',
  'home.featured': 'Für Sie ausgewählt',
  'home.startingSoon': 'Beginnen bald',
  'home.allStartingSoon':
    '{count, plural, one {Der eine Kurs, der} other {Alle # Kurse, die}} binnen 60 Tagen {count, plural, one {beginnt} other {beginnen}}',
  'home.skills': 'Gefragte Fähigkeiten',
  'home.allSkills': 'Alle Fähigkeiten',

  'catalogs.title': 'Kataloge',
  'catalogs.lead':
    'Ein Katalog ist eine Auswahl, die {company} getroffen hat. Ein Kurs kann in mehreren stehen, und jeder hat seinen eigenen Weg zur Einschreibung.',

  'catalog.description':
    '{title}: {courses, plural, one {# Kurs} other {# Kurse}} und {programs, plural, one {# Programm} other {# Programme}}.',
  'catalog.changed': 'geändert am {date}',
  'catalog.bySubject': 'Nach Fach',

  'courses.title': 'Kurse',
  'courses.lead':
    'Alle Kurse aus den Katalogen von {company}. Was sich zuerst beginnen lässt, steht vorn.',
  'startingSoon.title': 'Beginnt bald',
  'startingSoon.lead': 'Die nächsten Kurse, die beginnen; der früheste steht vorn.',
  'closingSoon.title': 'Schließt bald',
  'closingSoon.lead':
    'Kurse, deren letzter Tag zur Einschreibung als nächster kommt; der nächste steht vorn.',

  'programs.title': 'Programme',
  'programs.lead': 'Kurse, die zusammengehören und zu etwas Eigenem führen.',

  'terms.subject.title': 'Fächer',
  'terms.subject.count': '{count, plural, one {# Fach} other {# Fächer}}',
  'terms.subject.lead': 'Wovon die Kurse handeln, mit der Zahl der Kurse in jedem Fach.',
  'terms.partner.title': 'Anbieter',
  'terms.partner.count': '{count, plural, one {# Anbieter} other {# Anbieter}}',
  'terms.partner.lead':
    'Die Universitäten und Institute, die unterrichten, mit der Zahl ihrer Kurse.',
  'terms.skill.title': 'Fähigkeiten',
  'terms.skill.count': '{count, plural, one {# Fähigkeit} other {# Fähigkeiten}}',
  'terms.skill.lead': 'Was man nach einem Kurs kann, soweit mindestens drei Kurse es lehren.',
  'terms.instructor.title': 'Lehrende',
  'terms.instructor.count': '{count, plural, one {# Lehrperson} other {# Lehrende}}',
  'terms.instructor.lead': 'Wer unterrichtet, soweit es mindestens zwei Kurse sind.',
  'terms.level.title': 'Niveaus',
  'terms.level.count': '{count, plural, one {# Niveau} other {# Niveaus}}',
  'terms.level.lead': 'Wie viel ein Kurs voraussetzt.',
  'terms.language.title': 'Sprachen',
  'terms.language.count': '{count, plural, one {# Sprache} other {# Sprachen}}',
  'terms.language.lead':
    'Worin die Kurse gehalten werden; die Sprache mit den meisten Kursen steht vorn.',
  'terms.numbers': '0–9',
  'terms.initials': 'Anfangsbuchstaben',

  'term.description':
    '{name}: {courses, plural, one {# Kurs} other {# Kurse}}, davon jetzt {open, plural, one {# offen} other {# offen}}.',
  'term.website': 'Website von {name}',
} satisfies Record<keyof typeof english, string>;
