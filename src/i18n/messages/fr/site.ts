import type { site as english } from '../en/site.ts';

/** The frame of every page, and the pages about the site. */
export const site = {
  'site.skip': 'Aller au texte',
  'site.mainNavigation': 'Principale',
  'site.aboutNavigation': 'À propos',
  'site.languages': 'Langues',
  'site.breadcrumb': 'Fil d’Ariane',
  'site.home': 'Catalogue',
  'site.dataDate': 'Données du {date}',
  'site.support': 'Assistance : {email}',
  'site.programs': 'Programmes',
  'site.catalogs': 'Catalogues',
  'site.subjects': 'Matières',
  'site.partners': 'Établissements',
  'site.skills': 'Compétences',
  'site.about': 'À propos de ce catalogue',
  'site.howToEnroll': 'Comment s’inscrire',
  'site.accessibility': 'Accessibilité',

  'notFound.title': 'Pas sur ce rayon',
  'notFound.lead':
    'Il n’y a pas de page à cette adresse. Elle est peut-être mal saisie, ou son cours a quitté le catalogue.',
  'notFound.near': 'Proches de cette adresse',
  'notFound.startFrom': 'Ou commencez par',

  'left.kicker': 'N’est plus au catalogue',
  'left.course': 'Ce cours a quitté les catalogues de {company} le {date}.',
  'left.program': 'Ce programme a quitté les catalogues de {company} le {date}.',
  'left.alternatives': 'Peut-être l’un de ceux-ci à la place',
  'left.search': 'Rechercher « {title} »',

  'about.title': 'À propos de ce catalogue',
  'about.lead': 'Ce qu’il contient, de quand il date et à quoi il sert.',
  'about.data': 'Les données',
  'about.dataText':
    'Les cours, les dates et les prix viennent des catalogues de {company} sur edX. Ils ont été comparés avec edX pour la dernière fois le {read}, et ces pages ont été faites pour le {built}. L’inscription se fait sur le portail de formation, qui a le dernier mot.',
  'about.failed':
    'Le {date}, elles n’ont pas pu être lues. Ce que vous voyez date d’avant et a pu changer depuis.',
  'about.refusedData':
    'Ce qui a été lu le {date} semblait faux et n’est pas affiché. Ce que vous voyez date d’avant et a pu changer depuis.',
  'about.kept':
    '{catalog} ne peut pas être lu pour l’instant et s’affiche tel qu’il était le {date}.',
  'about.zone': 'Les jours sont donnés en UTC, car une page ne peut pas savoir où vous êtes.',
  'about.notes':
    'À la lecture, {count, plural, one {# bizarrerie est apparue} many {# bizarreries sont apparues} other {# bizarreries sont apparues}}, comme une date illisible. Ces détails sont omis.',
  'about.enroll': 'Comment s’inscrire',
  'about.enrollText':
    'Ouvrez un cours et suivez son bouton « S’inscrire ». Il mène au portail de formation, qui connaît votre entreprise et peut vous demander de vous connecter. Un cours peut figurer dans plusieurs catalogues ; chacun a alors son bouton, et votre entreprise peut en préférer un.',
  'about.closedText':
    'Un bouton au contour en tirets n’est pas utilisable pour l’instant ; la phrase à côté dit pourquoi.',
  'about.refused': 'Laissés de côté',
  'about.refusedText':
    '{count, plural, one {# élément n’a pas pu être lu et n’est pas affiché.} many {# éléments n’ont pas pu être lus et ne sont pas affichés.} other {# éléments n’ont pas pu être lus et ne sont pas affichés.}}',
  'about.refusedKind': 'Type',
  'about.refusedKey': 'Clé',
  'about.refusedReason': 'Raison',
  'about.support': 'Assistance',
  'about.supportText': 'Questions, souhaits et erreurs : {email}',
  'about.supportNone': 'Adressez-vous aux personnes chargées de la formation chez {company}.',
  'about.privacy': 'Vie privée',
  'about.privacyText':
    'Ces pages ne déposent aucun cookie, ne chargent rien d’ailleurs et ne comptent personne. Vos recherches restent dans votre navigateur.',
  'about.accessibility': 'Accessibilité',
  'about.accessibilityText':
    'Chaque page fonctionne au clavier, avec un lecteur d’écran, agrandie, en couleurs forcées et imprimée. Tout sauf la recherche fonctionne sans JavaScript. Si quelque chose vous gêne, dites-le-nous : c’est une erreur.',
} satisfies Record<keyof typeof english, string>;
