import type { lists as english } from '../en/lists.ts';

/** The start page and every list. */
export const lists = {
  'list.pages': 'Páginas',
  'list.previous': 'Anterior',
  'list.next': 'Siguiente',
  'list.page': 'Página {page}',
  'list.titleOfPage': '{title}, página {page}',
  'list.view': 'Vista',
  'list.cards': 'Fichas',
  'list.compact': 'Compacta',
  'list.allCourses': 'Todos los cursos',
  'list.morePrograms':
    '{count, plural, one {# programa más} many {# programas más} other {# programas más}}',
  'list.empty': 'Por ahora no hay nada en esta lista.',

  'home.headline': 'Un catálogo para crecer',
  'home.label': 'Formación en {company}',
  'home.introduction':
    '{courses, plural, one {# curso} many {# cursos} other {# cursos}} y {programs, plural, one {# programa} many {# programas} other {# programas}} de {partners, plural, one {# institución} many {# instituciones} other {# instituciones}}, elegidos para quienes trabajan aquí.',
  'home.introductionOfCourses':
    '{courses, plural, one {# curso} many {# cursos} other {# cursos}} de {partners, plural, one {# institución} many {# instituciones} other {# instituciones}}, elegidos para quienes trabajan aquí.',
  'home.wall': 'Cursos que merecen una mirada',
  'home.featured': 'Elegidos para ti',
  'home.startingSoon': 'Empiezan pronto',
  'home.allStartingSoon':
    '{count, plural, one {El curso} many {Los # cursos} other {Los # cursos}} que {count, plural, one {empieza} many {empiezan} other {empiezan}} en menos de 60 días',
  'home.skills': 'Habilidades solicitadas',
  'home.allSkills': 'Todas las habilidades',

  'catalogs.title': 'Catálogos',
  'catalogs.lead':
    'Un catálogo es una selección que ha hecho {company}. Un curso puede estar en varios, y cada uno ofrece su propia inscripción.',

  'catalog.description':
    '{title}: {courses, plural, one {# curso} many {# cursos} other {# cursos}} y {programs, plural, one {# programa} many {# programas} other {# programas}}.',
  'catalog.changed': 'modificado el {date}',
  'catalog.bySubject': 'Por materia',

  'courses.title': 'Cursos',
  'courses.lead':
    'Todos los cursos de los catálogos de {company}. Primero, lo que se puede empezar antes.',
  'startingSoon.title': 'Empiezan pronto',
  'startingSoon.lead': 'Los próximos cursos en empezar, primero los más cercanos.',
  'closingSoon.title': 'Cierran pronto',
  'closingSoon.lead':
    'Cursos cuyo último día de inscripción está más próximo, primero los más cercanos.',

  'programs.title': 'Programas',
  'programs.lead': 'Cursos que van juntos y llevan a algo propio.',

  'terms.subject.title': 'Materias',
  'terms.subject.count': '{count, plural, one {# materia} many {# materias} other {# materias}}',
  'terms.subject.lead': 'De qué tratan los cursos, con el número de cursos de cada una.',
  'terms.partner.title': 'Instituciones',
  'terms.partner.count':
    '{count, plural, one {# institución} many {# instituciones} other {# instituciones}}',
  'terms.partner.lead': 'Las universidades e institutos que enseñan, con el número de sus cursos.',
  'terms.skill.title': 'Habilidades',
  'terms.skill.count':
    '{count, plural, one {# habilidad} many {# habilidades} other {# habilidades}}',
  'terms.skill.lead':
    'Lo que se sabe hacer después de un curso, si al menos tres cursos lo enseñan.',
  'terms.instructor.title': 'Docentes',
  'terms.instructor.count': '{count, plural, one {# docente} many {# docentes} other {# docentes}}',
  'terms.instructor.lead': 'Las personas que enseñan, si imparten al menos dos cursos.',
  'terms.level.title': 'Niveles',
  'terms.level.count': '{count, plural, one {# nivel} many {# niveles} other {# niveles}}',
  'terms.level.lead': 'Lo que un curso espera de quienes lo hacen.',
  'terms.language.title': 'Idiomas',
  'terms.language.count': '{count, plural, one {# idioma} many {# idiomas} other {# idiomas}}',
  'terms.language.lead':
    'Los idiomas en que se imparten los cursos, primero los que más cursos tienen.',
  'terms.numbers': '0–9',
  'terms.initials': 'Iniciales',

  'term.description':
    '{name}: {courses, plural, one {# curso} many {# cursos} other {# cursos}}, {open, plural, one {# abierto} many {# abiertos} other {# abiertos}} ahora.',
  'term.website': 'Sitio web de {name}',
} satisfies Record<keyof typeof english, string>;
