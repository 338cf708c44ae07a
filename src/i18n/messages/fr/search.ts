import type { search as english } from '../en/search.ts';

/** Searching. */
export const search = {
  'search.smallForm': 'Catalogue',
  'search.smallLabel': 'Rechercher dans le catalogue',
  'search.smallPlaceholder':
    'Rechercher parmi {count, plural, one {# cours} many {# cours} other {# cours}}',
  'search.largeForm': 'Catalogue',
  'search.largeLabel': 'Rechercher des cours et des programmes',
  'search.largePlaceholder': 'Sujet, compétence, titre ou clé',
  'search.submit': 'Rechercher',
  'search.title': 'Rechercher des cours et des programmes',
  'search.description':
    'Recherchez parmi {courses} cours et {programs} programmes par sujet, compétence, titre ou clé.',
  'search.browseTitle': 'Ou parcourez',
  'search.browseLead':
    'Chaque cours figure aussi dans une liste : par catalogue, matière, établissement ou compétence.',
  'search.suggested': 'Souvent recherché :',
  'search.filters': 'Filtres',
  'search.filtersChosen': 'Filtres ({count})',
  'search.filtersInUse': 'Filtres utilisés',
  'search.close': 'Fermer',
  'search.clearAll': 'Tout effacer',
  'search.remove': 'retirer',
  'search.results': 'Résultats',
  'search.loading': 'Les résultats se chargent.',
  'search.count':
    '{count, plural, one {# cours ou programme} many {# cours et programmes} other {# cours et programmes}}',
  'search.countOf':
    '{found} sur {total, plural, one {# cours ou programme} many {# cours et programmes} other {# cours et programmes}}',
  'search.show':
    'Afficher {count, plural, one {# résultat} many {# résultats} other {# résultats}}',
  'search.facet.kind': 'Type',
  'search.facet.availability': 'Disponibilité',
  'search.facet.subject': 'Matière',
  'search.facet.level': 'Niveau',
  'search.facet.skill': 'Compétence',
  'search.facet.partner': 'Établissement',
  'search.facet.programType': 'Type de programme',
  'search.facet.language': 'Langue',
  'search.facet.transcript': 'Transcriptions',
  'search.facet.catalog': 'Catalogue',
  'search.filter': '{facet} : {value}',
  'search.findIn': 'Chercher dans {facet}',
  'search.more': '{count} de plus',
  'search.fewer': 'Moins',
  'search.nothing': 'Aucun cours ni programme ne correspond à ces filtres.',
  'search.nothingFor': 'Aucun cours ni programme ne correspond à « {query} ».',
  'search.nothingWith': 'Aucun cours ni programme ne correspond à « {query} » avec ces filtres.',
  'search.spelling':
    'Chaque mot est-il bien orthographié ? Avec moins de mots, on trouve davantage.',
  'search.searchedInstead':
    'Aucun cours ni programme ne contient « {query} ». Voici les résultats pour « {other} ».',
  'search.onlyQuery': 'Seulement « {query} »',
  'search.didYouMean': 'Vouliez-vous dire « {query} » ?',
  'search.without': 'Sans {filters}',
  'search.withoutFilters': 'Sans aucun filtre',
  'search.withoutQuery': 'Sans « {query} »',
  'search.everything': 'Tout',
  'search.failed': 'L’index de recherche n’est pas arrivé.',
  'search.failedText':
    'Vous êtes peut-être hors ligne, ou le site vient d’être renouvelé. Les listes fonctionnent sans lui :',
  'search.tryAgain': 'Réessayer',
} satisfies Record<keyof typeof english, string>;
