import type { program as english } from '../en/program.ts';

/** Programs. */
export const program = {
  'program.openCourses': '{open} cours sur {total} sont ouverts',
  'program.beginOn': 'Commencez le {date}',
  'program.beginAnyTime': 'Commencez à tout moment',
  'program.noEnrollment':
    'Un programme n’a pas d’inscription à lui : inscrivez-vous aux cours un par un, dans l’ordre ou non.',
  'program.allInCatalogs':
    '{count, plural, one {Son cours est dans vos catalogues.} =2 {Ses deux cours sont dans vos catalogues.} many {Ses # cours sont dans vos catalogues.} other {Ses # cours sont dans vos catalogues.}}',
  'program.someInCatalogs': '{count} cours sur {total} sont dans vos catalogues.',
  'program.courseCountInLength':
    '{count, plural, one {# cours} many {# cours} other {# cours}} en {length}.',
  'program.boughtAtOnce': 'Tous ses cours peuvent s’acheter en une fois.',
  'program.noCourses': 'Les cours de ce programme ne sont pas dans vos catalogues.',
  'program.degreeEnrollment': 'On candidate à un diplôme auprès de l’université, pas ici.',
  'program.apply': 'Candidater auprès de l’université',
  'program.degreeLink': 'La page de l’université',
  'program.goToCourse': 'Aller au cours {position}',
  'program.courses': 'Cours',
  'program.notInCatalogs': 'Absent des catalogues de {company}.',
  'program.askForIt': 'Le demander',
  'program.startsOn': 'Commence le {date}',
  'program.startedOn': 'A commencé le {date}',
  'program.selfPaced': '{count} à votre rythme',
  'program.priceOfAll': '{amount} pour tous',
  'program.field': 'Pourquoi ce domaine',
  'program.endorsements': 'Recommandations',
  'program.credit': 'Crédits',
  'program.creditBackers': 'Les crédits sont accordés par {organizations}.',
  'program.curriculum': 'Cursus',
  'program.specializations': 'Spécialisations',
  'program.quickFacts': 'En un coup d’œil',
  'program.rankings': 'Classements',
  'program.costs': 'Coûts',
  'program.deadlines': 'Échéances',
  'program.requirements': 'Comment candidater',
  'program.prerequisiteCoursework': 'Prérequis',
  'program.more': 'En savoir plus sur ce programme',
  'program.lengths': 'Durée, cours par cours',
  'program.ask': 'Poser une question sur ce programme',
  'program.totalHours': '{count, plural, one {# heure} many {# heures} other {# heures}} en tout',
  'program.description': '{type} de {count, plural, one {# cours} many {# cours} other {# cours}}.',
  'program.restrictionsText':
    'En raison des règles d’exportation des États-Unis, les personnes de certains pays et régions ne peuvent pas s’inscrire à ce programme.',
} satisfies Record<keyof typeof english, string>;
