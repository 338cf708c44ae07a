import type { site as english } from '../en/site.ts';

/** The frame of every page, and the pages about the site. */
export const site = {
  'site.skip': 'Saltar al texto',
  'site.mainNavigation': 'Principal',
  'site.aboutNavigation': 'Acerca de',
  'site.languages': 'Idiomas',
  'site.breadcrumb': 'Ruta de navegación',
  'site.home': 'Catálogo',
  'site.dataDate': 'Datos del {date}',
  'site.support': 'Ayuda: {email}',
  'site.programs': 'Programas',
  'site.catalogs': 'Catálogos',
  'site.subjects': 'Materias',
  'site.partners': 'Instituciones',
  'site.skills': 'Habilidades',
  'site.about': 'Acerca de este catálogo',
  'site.howToEnroll': 'Cómo inscribirse',
  'site.accessibility': 'Accesibilidad',

  'notFound.title': 'No está en este estante',
  'notFound.lead':
    'No hay ninguna página en esta dirección. Puede que esté mal escrita o que su curso haya salido del catálogo.',
  'notFound.near': 'Cerca de esta dirección',
  'notFound.startFrom': 'O empieza por',

  'left.kicker': 'Ya no está en el catálogo',
  'left.course': 'Este curso salió de los catálogos de {company} el {date}.',
  'left.program': 'Este programa salió de los catálogos de {company} el {date}.',
  'left.alternatives': 'Quizá uno de estos en su lugar',
  'left.search': 'Buscar «{title}»',

  'about.title': 'Acerca de este catálogo',
  'about.lead': 'Qué contiene, de cuándo es y para qué sirve.',
  'about.data': 'Los datos',
  'about.dataText':
    'Los cursos, las fechas y los precios proceden de los catálogos de {company} en edX. Se compararon con edX por última vez el {read}, y estas páginas se hicieron para el {built}. La inscripción se hace en el portal de aprendizaje, que tiene la última palabra.',
  'about.failed': 'El {date} no se pudieron leer. Lo que ves es de antes y puede haber cambiado.',
  'about.refusedData':
    'Lo que se leyó el {date} no parecía correcto y no se muestra. Lo que ves es de antes y puede haber cambiado.',
  'about.kept': '{catalog} no se puede leer por ahora y se muestra como estaba el {date}.',
  'about.zone': 'Los días se dan en UTC, porque una página no puede saber dónde estás.',
  'about.notes':
    'Al leerlos {count, plural, one {apareció # rareza} many {aparecieron # rarezas} other {aparecieron # rarezas}}, como una fecha ilegible. Esos detalles se omiten.',
  'about.enroll': 'Cómo inscribirse',
  'about.enrollText':
    'Abre un curso y sigue su botón «Inscribirse». Lleva al portal de aprendizaje, que conoce a tu empresa y puede pedirte que inicies sesión. Un curso puede estar en varios catálogos; entonces cada uno tiene su botón, y puede que tu empresa prefiera uno.',
  'about.closedText':
    'Un botón con borde discontinuo no se puede usar ahora; la frase de al lado dice por qué.',
  'about.refused': 'Omitidos',
  'about.refusedText':
    '{count, plural, one {# elemento no se pudo leer y no se muestra.} many {# elementos no se pudieron leer y no se muestran.} other {# elementos no se pudieron leer y no se muestran.}}',
  'about.refusedKind': 'Tipo',
  'about.refusedKey': 'Clave',
  'about.refusedReason': 'Motivo',
  'about.support': 'Ayuda',
  'about.supportText': 'Preguntas, deseos y errores: {email}',
  'about.supportNone': 'Pregunta a quienes se ocupan de la formación en {company}.',
  'about.privacy': 'Privacidad',
  'about.privacyText':
    'Estas páginas no usan cookies, no cargan nada de otros sitios y no cuentan a nadie. Tus búsquedas se quedan en tu navegador.',
  'about.accessibility': 'Accesibilidad',
  'about.accessibilityText':
    'Todas las páginas funcionan con teclado, con lector de pantalla, ampliadas, con colores forzados e impresas. Todo menos la búsqueda funciona sin JavaScript. Si algo se interpone en tu camino, dínoslo: es un error.',
} satisfies Record<keyof typeof english, string>;
