import type { search as english } from '../en/search.ts';

/** Searching. */
export const search = {
  'search.smallForm': 'Catálogo',
  'search.smallLabel': 'Buscar en el catálogo',
  'search.smallPlaceholder':
    'Buscar en {count, plural, one {# curso} many {# cursos} other {# cursos}}',
  'search.largeForm': 'Catálogo',
  'search.largeLabel': 'Buscar cursos y programas',
  'search.largePlaceholder': 'Tema, habilidad, título o clave',
  'search.submit': 'Buscar',
  'search.title': 'Buscar cursos y programas',
  'search.description':
    'Busca entre {courses} cursos y {programs} programas por tema, habilidad, título o clave.',
  'search.browseTitle': 'O explora',
  'search.browseLead':
    'Cada curso está también en una lista: por catálogo, materia, institución o habilidad.',
  'search.suggested': 'Se busca a menudo:',
  'search.filters': 'Filtros',
  'search.filtersChosen': 'Filtros ({count})',
  'search.filtersInUse': 'Filtros en uso',
  'search.close': 'Cerrar',
  'search.clearAll': 'Quitar todos',
  'search.remove': 'quitar',
  'search.results': 'Resultados',
  'search.loading': 'Se están cargando los resultados.',
  'search.count':
    '{count, plural, one {# curso o programa} many {# cursos y programas} other {# cursos y programas}}',
  'search.countOf':
    '{found} de {total, plural, one {# curso o programa} many {# cursos y programas} other {# cursos y programas}}',
  'search.show':
    'Mostrar {count, plural, one {# resultado} many {# resultados} other {# resultados}}',
  'search.facet.kind': 'Tipo',
  'search.facet.availability': 'Disponibilidad',
  'search.facet.subject': 'Materia',
  'search.facet.level': 'Nivel',
  'search.facet.skill': 'Habilidad',
  'search.facet.partner': 'Institución',
  'search.facet.programType': 'Tipo de programa',
  'search.facet.language': 'Idioma',
  'search.facet.transcript': 'Transcripciones',
  'search.facet.catalog': 'Catálogo',
  'search.filter': '{facet}: {value}',
  'search.findIn': 'Buscar en {facet}',
  'search.more': '{count} más',
  'search.fewer': 'Menos',
  'search.nothing': 'Ningún curso o programa cumple estos filtros.',
  'search.nothingFor': 'Ningún curso o programa coincide con «{query}».',
  'search.nothingWith': 'Ningún curso o programa coincide con «{query}» con estos filtros.',
  'search.spelling': '¿Está bien escrita cada palabra? Con menos palabras se encuentra más.',
  'search.searchedInstead':
    'Ningún curso ni programa contiene «{query}». Estos contienen «{other}».',
  'search.onlyQuery': 'Solo «{query}»',
  'search.didYouMean': '¿Quiso decir «{query}»?',
  'search.without': 'Sin {filters}',
  'search.withoutFilters': 'Sin ningún filtro',
  'search.withoutQuery': 'Sin «{query}»',
  'search.everything': 'Todo',
  'search.failed': 'El índice de búsqueda no ha llegado.',
  'search.failedText':
    'Quizá no tienes conexión, o el sitio acaba de renovarse. Las listas funcionan sin él:',
  'search.tryAgain': 'Intentar de nuevo',
} satisfies Record<keyof typeof english, string>;
