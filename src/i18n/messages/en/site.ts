/** The frame of every page, and the pages about the site. */
export const site = {
  'site.skip': 'Skip to the text',
  'site.mainNavigation': 'Main',
  'site.aboutNavigation': 'About',
  'site.languages': 'Languages',
  'site.breadcrumb': 'Breadcrumb',
  'site.home': 'Catalogue',
  'site.dataDate': 'As of {date}',
  'site.support': 'Support: {email}',
  'site.programs': 'Programs',
  'site.catalogs': 'Catalogs',
  'site.subjects': 'Subjects',
  'site.partners': 'Partners',
  'site.skills': 'Skills',
  'site.about': 'About this catalogue',
  'site.howToEnroll': 'How to enroll',
  'site.accessibility': 'Accessibility',

  'notFound.title': 'Not on this shelf',
  'notFound.lead':
    'There is no page at this address. It may have been mistyped, or its course has left the catalogue.',
  'notFound.near': 'Near this address',
  'notFound.startFrom': 'Or start from',

  'left.kicker': 'No longer listed',
  'left.course': 'This course left {company}’s catalogs on {date}.',
  'left.program': 'This program left {company}’s catalogs on {date}.',
  'left.alternatives': 'Perhaps one of these instead',
  'left.search': 'Search for “{title}”',

  'about.title': 'About this catalogue',
  'about.lead': 'What is in it, how old it is, and what to do with it.',
  'about.data': 'The data',
  'about.dataText':
    'Courses, dates and prices come from {company}’s catalogs on edX. They were last compared with edX on {read}, and these pages were made for {built}. Enrollment happens on the learning portal, which has the last word.',
  'about.failed':
    'On {date} they could not be read. What you see is from before, and may have changed since.',
  'about.refusedData':
    'What was read on {date} did not look right and is not shown. What you see is from before, and may have changed since.',
  'about.kept': '{catalog} can’t be read at present, and is shown as it was on {date}.',
  'about.zone': 'Days are given in UTC, since a page can’t know where you are.',
  'about.notes':
    'Reading them, {count, plural, one {# oddity} other {# oddities}} turned up, such as a date that can’t be read. Such a detail is left out.',
  'about.enroll': 'How to enroll',
  'about.enrollText':
    'Open a course and follow its Enroll button. It leads to the learning portal, which knows your company and may ask you to sign in. A course may be in several catalogs; then each has a button of its own, and your company may prefer one.',
  'about.closedText':
    'A button with a dashed outline can’t be used now; the sentence beside it says why.',
  'about.refused': 'Left out',
  'about.refusedText':
    '{count, plural, one {# item} other {# items}} could not be read and are not shown.',
  'about.refusedKind': 'Kind',
  'about.refusedKey': 'Key',
  'about.refusedReason': 'Reason',
  'about.support': 'Support',
  'about.supportText': 'Questions, wishes and mistakes: {email}',
  'about.supportNone': 'Ask the people who look after learning at {company}.',
  'about.privacy': 'Privacy',
  'about.privacyText':
    'These pages set no cookies, load nothing from elsewhere and count nobody. Your search stays in your browser.',
  'about.accessibility': 'Accessibility',
  'about.accessibilityText':
    'Every page works with a keyboard, with a screen reader, enlarged, in forced colours and in print. All but the search works without JavaScript. If something stands in your way, tell us: it is a mistake.',
} as const;
