import type { lists as english } from '../en/lists.ts';

/** The start page and every list. */
export const lists = {
  'list.pages': 'Pages',
  'list.previous': 'Précédente',
  'list.next': 'Suivante',
  'list.page': 'Page {page}',
  'list.titleOfPage': '{title}, page {page}',
  'list.view': 'Affichage',
  'list.cards': 'Fiches',
  'list.compact': 'Compact',
  'list.allCourses': 'Tous les cours',
  'list.morePrograms':
    '{count, plural, one {# autre programme} many {# autres programmes} other {# autres programmes}}',
  'list.empty': 'Il n’y a rien dans cette liste pour l’instant.',

  'home.headline': 'Un catalogue pour grandir',
  'home.label': 'La formation chez {company}',
  'home.introduction':
    '{courses, plural, one {# cours} many {# cours} other {# cours}} et {programs, plural, one {# programme} many {# programmes} other {# programmes}} de {partners, plural, one {# établissement} many {# établissements} other {# établissements}}, choisis pour celles et ceux qui travaillent ici.',
  'home.introductionOfCourses':
    '{courses, plural, one {# cours} many {# cours} other {# cours}} de {partners, plural, one {# établissement} many {# établissements} other {# établissements}}, choisis pour celles et ceux qui travaillent ici.',
  'home.wall': 'Des cours qui valent le coup d’œil',
  'home.featured': 'Choisis pour vous',
  'home.startingSoon': 'Commencent bientôt',
  'home.allStartingSoon':
    '{count, plural, one {Le cours qui commence} many {Les # cours qui commencent} other {Les # cours qui commencent}} sous 60 jours',
  'home.skills': 'Compétences demandées',
  'home.allSkills': 'Toutes les compétences',

  'catalogs.title': 'Catalogues',
  'catalogs.lead':
    'Un catalogue est une sélection faite par {company}. Un cours peut figurer dans plusieurs, et chacun propose sa propre inscription.',

  'catalog.description':
    '{title} : {courses, plural, one {# cours} many {# cours} other {# cours}} et {programs, plural, one {# programme} many {# programmes} other {# programmes}}.',
  'catalog.changed': 'modifié le {date}',
  'catalog.bySubject': 'Par matière',

  'courses.title': 'Cours',
  'courses.lead':
    'Tous les cours des catalogues de {company}. Ce qui peut commencer le plus tôt vient en premier.',
  'startingSoon.title': 'Commencent bientôt',
  'startingSoon.lead': 'Les prochains cours à commencer, les plus proches d’abord.',
  'closingSoon.title': 'Ferment bientôt',
  'closingSoon.lead':
    'Les cours dont le dernier jour d’inscription approche, les plus proches d’abord.',

  'programs.title': 'Programmes',
  'programs.lead': 'Des cours qui vont ensemble et mènent à quelque chose de plus.',

  'terms.subject.title': 'Matières',
  'terms.subject.count': '{count, plural, one {# matière} many {# matières} other {# matières}}',
  'terms.subject.lead': 'Ce dont parlent les cours, avec le nombre de cours de chacune.',
  'terms.partner.title': 'Établissements',
  'terms.partner.count':
    '{count, plural, one {# établissement} many {# établissements} other {# établissements}}',
  'terms.partner.lead':
    'Les universités et instituts qui enseignent, avec le nombre de leurs cours.',
  'terms.skill.title': 'Compétences',
  'terms.skill.count':
    '{count, plural, one {# compétence} many {# compétences} other {# compétences}}',
  'terms.skill.lead':
    'Ce que l’on sait faire après un cours, si trois cours au moins l’enseignent.',
  'terms.instructor.title': 'Enseignants',
  'terms.instructor.count':
    '{count, plural, one {# enseignant} many {# enseignants} other {# enseignants}}',
  'terms.instructor.lead': 'Les personnes qui enseignent, si elles donnent au moins deux cours.',
  'terms.level.title': 'Niveaux',
  'terms.level.count': '{count, plural, one {# niveau} many {# niveaux} other {# niveaux}}',
  'terms.level.lead': 'Ce qu’un cours attend de ceux qui le suivent.',
  'terms.language.title': 'Langues',
  'terms.language.count': '{count, plural, one {# langue} many {# langues} other {# langues}}',
  'terms.language.lead': 'Les langues des cours, celles qui en ont le plus d’abord.',
  'terms.numbers': '0–9',
  'terms.initials': 'Initiales',

  'term.description':
    '{name} : {courses, plural, one {# cours} many {# cours} other {# cours}}, {open, plural, one {# ouvert} many {# ouverts} other {# ouverts}} actuellement.',
  'term.website': 'Site de {name}',
} satisfies Record<keyof typeof english, string>;
