import type { program as english } from '../en/program.ts';

/** Programs. */
export const program = {
  'program.openCourses': '{open} de {total} cursos están abiertos',
  'program.beginOn': 'Empieza el {date}',
  'program.beginAnyTime': 'Empieza cuando quieras',
  'program.noEnrollment':
    'Los programas no tienen inscripción propia: inscríbete en los cursos uno a uno, en orden o no.',
  'program.allInCatalogs':
    '{count, plural, one {Su curso está en tus catálogos.} =2 {Los dos cursos están en tus catálogos.} many {Los # cursos están en tus catálogos.} other {Los # cursos están en tus catálogos.}}',
  'program.someInCatalogs': '{count} de {total} cursos están en tus catálogos.',
  'program.courseCountInLength':
    '{count, plural, one {# curso} many {# cursos} other {# cursos}} en {length}.',
  'program.boughtAtOnce': 'Todos sus cursos se pueden comprar de una vez.',
  'program.noCourses': 'Los cursos de este programa no están en tus catálogos.',
  'program.degreeEnrollment': 'Un título se solicita en la universidad, no aquí.',
  'program.apply': 'Solicitarlo en la universidad',
  'program.degreeLink': 'La página de la universidad',
  'program.goToCourse': 'Ir al curso {position}',
  'program.courses': 'Cursos',
  'program.notInCatalogs': 'No está en los catálogos de {company}.',
  'program.askForIt': 'Pedirlo',
  'program.startsOn': 'Empieza el {date}',
  'program.startedOn': 'Empezó el {date}',
  'program.selfPaced': '{count} a tu ritmo',
  'program.priceOfAll': '{amount} por todos',
  'program.field': 'Por qué este campo',
  'program.endorsements': 'Recomendaciones',
  'program.credit': 'Créditos',
  'program.creditBackers': 'Los créditos los otorga {organizations}.',
  'program.curriculum': 'Plan de estudios',
  'program.specializations': 'Especializaciones',
  'program.quickFacts': 'Datos rápidos',
  'program.rankings': 'Clasificaciones',
  'program.costs': 'Costes',
  'program.deadlines': 'Plazos',
  'program.requirements': 'Cómo solicitarlo',
  'program.prerequisiteCoursework': 'Requisitos previos',
  'program.more': 'Más sobre este programa',
  'program.lengths': 'Duración, curso a curso',
  'program.ask': 'Preguntar por este programa',
  'program.totalHours': '{count, plural, one {# hora} many {# horas} other {# horas}} en total',
  'program.description':
    '{type} de {count, plural, one {# curso} many {# cursos} other {# cursos}}.',
  'program.restrictionsText':
    'Por las normas de exportación de Estados Unidos, las personas de algunos países y regiones no pueden inscribirse en este programa.',
} satisfies Record<keyof typeof english, string>;
