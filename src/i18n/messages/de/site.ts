import type { site as english } from '../en/site.ts';

/** The frame of every page, and the pages about the site. */
export const site = {
  'site.skip': 'Zum Text springen',
  'site.mainNavigation': 'Hauptnavigation',
  'site.aboutNavigation': 'Über diese Website',
  'site.languages': 'Sprachen',
  'site.breadcrumb': 'Brotkrumen',
  'site.home': 'Katalog',
  'site.dataDate': 'Stand: {date}',
  'site.support': 'Hilfe: {email}',
  'site.programs': 'Programme',
  'site.catalogs': 'Kataloge',
  'site.subjects': 'Fächer',
  'site.partners': 'Anbieter',
  'site.skills': 'Fähigkeiten',
  'site.about': 'Über diesen Katalog',
  'site.howToEnroll': 'So schreiben Sie sich ein',
  'site.accessibility': 'Barrierefreiheit',

  'notFound.title': 'Nicht in diesem Regal',
  'notFound.lead':
    'Unter dieser Adresse gibt es keine Seite. Vielleicht ist sie vertippt, oder ihr Kurs hat den Katalog verlassen.',
  'notFound.near': 'Nahe an dieser Adresse',
  'notFound.startFrom': 'Oder beginnen Sie hier',

  'left.kicker': 'Nicht mehr im Katalog',
  'left.course': 'Dieser Kurs ist seit dem {date} nicht mehr in den Katalogen von {company}.',
  'left.program': 'Dieses Programm ist seit dem {date} nicht mehr in den Katalogen von {company}.',
  'left.alternatives': 'Vielleicht stattdessen',
  'left.search': 'Nach „{title}“ suchen',

  'about.title': 'Über diesen Katalog',
  'about.lead': 'Was darin steht, wie alt es ist und was man damit anfängt.',
  'about.data': 'Die Daten',
  'about.dataText':
    'Kurse, Termine und Preise stammen aus den Katalogen von {company} auf edX. Sie wurden zuletzt am {read} mit edX verglichen, und diese Seiten wurden für den {built} gemacht. Eingeschrieben wird im Lernportal, das das letzte Wort hat.',
  'about.failed':
    'Am {date} ließen sie sich nicht lesen. Was Sie sehen, ist von vorher und kann sich geändert haben.',
  'about.refusedData':
    'Was am {date} gelesen wurde, sah nicht richtig aus und wird nicht gezeigt. Was Sie sehen, ist von vorher und kann sich geändert haben.',
  'about.kept': '{catalog} lässt sich zurzeit nicht lesen und wird so gezeigt wie am {date}.',
  'about.zone': 'Tage sind in UTC angegeben, denn eine Seite kann nicht wissen, wo Sie sind.',
  'about.notes':
    'Beim Lesen {count, plural, one {fiel # Merkwürdigkeit} other {fielen # Merkwürdigkeiten}} auf, etwa ein unlesbares Datum. Solche Einzelheiten werden weggelassen.',
  'about.enroll': 'So schreiben Sie sich ein',
  'about.enrollText':
    'Öffnen Sie einen Kurs und folgen Sie der Schaltfläche „Einschreiben“. Sie führt zum Lernportal, das Ihr Unternehmen kennt und Sie vielleicht um eine Anmeldung bittet. Ein Kurs kann in mehreren Katalogen stehen; dann hat jeder seine eigene Schaltfläche, und Ihr Unternehmen bevorzugt vielleicht eine.',
  'about.closedText':
    'Eine Schaltfläche mit gestricheltem Rand lässt sich jetzt nicht benutzen; der Satz daneben sagt, warum.',
  'about.refused': 'Weggelassen',
  'about.refusedText':
    '{count, plural, one {# Eintrag ließ sich nicht lesen und wird nicht gezeigt.} other {# Einträge ließen sich nicht lesen und werden nicht gezeigt.}}',
  'about.refusedKind': 'Art',
  'about.refusedKey': 'Schlüssel',
  'about.refusedReason': 'Grund',
  'about.support': 'Hilfe',
  'about.supportText': 'Fragen, Wünsche und Fehler: {email}',
  'about.supportNone': 'Fragen Sie die Menschen, die sich bei {company} um Weiterbildung kümmern.',
  'about.privacy': 'Datenschutz',
  'about.privacyText':
    'Diese Seiten setzen keine Cookies, laden nichts von anderswo und zählen niemanden. Ihre Suche bleibt in Ihrem Browser.',
  'about.accessibility': 'Barrierefreiheit',
  'about.accessibilityText':
    'Jede Seite funktioniert mit der Tastatur, mit Vorleseprogramm, vergrößert, mit erzwungenen Farben und gedruckt. Alles außer der Suche geht ohne JavaScript. Wenn Ihnen etwas im Weg steht, sagen Sie es uns: Es ist ein Fehler.',
} satisfies Record<keyof typeof english, string>;
