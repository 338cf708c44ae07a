/** Texts that many courses share, `[question, answer]` and the like. English courses only. */
export const questions: readonly (readonly [question: string, answer: string])[] = [
  [
    'Do I need special software?',
    'No. A browser is enough; where a tool is used, a free one is named in the first week.',
  ],
  [
    'Can I take it in working time?',
    'Up to two hours a week, agreed with your manager. The learning policy says how.',
  ],
  [
    'What happens if I fall behind?',
    'Nothing dramatic. Deadlines in self-paced runs are suggestions; in the others you may hand in one week late, twice.',
  ],
  [
    'Is there a certificate?',
    'Yes, in the verified track, for people who reach sixty percent and pass the identity check.',
  ],
  ['Are the videos subtitled?', 'All of them, and the transcripts can be downloaded.'],
  [
    'How much mathematics is needed?',
    'What you remember from school at sixteen, and the patience to look up the rest.',
  ],
  [
    'Will there be live sessions?',
    'One a fortnight in instructor-paced runs, recorded for those who sleep at that hour.',
  ],
  [
    'Can a whole team enroll?',
    'Yes, and it works best with three to six people who meet for half an hour each week.',
  ],
  ['Who reads my exercises?', 'Two other learners, and a tutor wherever you disagree with them.'],
  [
    'May I keep the materials?',
    'Readings and data are yours to keep. Videos stay online for a year after the run.',
  ],
];

export const testimonials: readonly (readonly [quotation: string, who: string])[] = [
  [
    'I stopped two meetings last month by asking what the chart would look like from zero.',
    'Ana, procurement',
  ],
  [
    'The first course in years that I finished, and the only one that I miss.',
    'Jürgen, maintenance',
  ],
  [
    'My team took it together on Thursdays. We still argue about week four.',
    'Femi, customer service',
  ],
  ['It is shorter than it looks and harder than it says.', 'Marta, quality'],
  ['I expected slides. I got a bucket, an orange and a stopwatch.', 'Olaf, facilities'],
  [
    'Two colleagues reviewed my work more carefully than anybody has in ten years.',
    'Grace, planning',
  ],
  ['Worth it for the exercise in which everything breaks.', 'Dinesh, operations'],
  ['Now I understand what the engineers were trying to tell me.', 'Paula, sales'],
];

export const prerequisites: readonly string[] = [
  'None beyond curiosity and a quiet hour.',
  'School mathematics, and no fear of a formula if it is explained.',
  'Some months of programming in any language.',
  'The introductory course of the same name, or equal experience.',
  'Two years of professional practice; we build on your own examples.',
  'Comfortable reading in English; exercises may be answered in your own language.',
];

/** How a description goes on after its opening. */
export const formats: readonly string[] = [
  'Each week has about forty minutes of short films, one long exercise and one conversation. You can read everything instead of watching it.',
  'There are no lectures longer than nine minutes. Most of the time you work on something of your own, and compare it with what two others have done.',
  'The material is the same for everybody, the examples are yours. Tutors answer within a working day, and say so when they don’t know.',
  'Work through it alone, or with colleagues in a study group; a guide for groups comes with every unit.',
  'Half of each unit is reading, the other half is trying. What goes wrong is discussed on Fridays, cheerfully and by name of the mistake rather than of the person.',
  'Every unit ends with a page that you could show at work tomorrow. Collect them, and you have a small handbook by the end.',
];

/** For whom a course is; two or three of them make a list. */
export const audiences: readonly string[] = [
  'people who were given this task without being asked',
  'teams that want one vocabulary',
  'those who learned it long ago and wish to be sure',
  'managers who must judge the work of specialists',
  'specialists who must explain themselves to managers',
  'anybody who prefers examples to definitions',
  'newcomers in their first year',
  'people who change departments',
];

/** What partners put beside a description, `[title, text]`. */
export const extraDescriptions: readonly (readonly [title: string, text: string])[] = [
  [
    'How groups use it',
    'Three to six colleagues, half an hour a week, one question each. The guide for groups says who begins.',
  ],
  [
    'What you need at your desk',
    'Paper, a pencil and a browser. Everything else is named in the week before it is needed.',
  ],
];

export const additionalInformation: readonly string[] = [
  'Exercises can be handed in with a screen reader and without a mouse. Write to the tutors about anything that can’t.',
  'The examples were collected in 2025 and are revised every second year.',
];

export const companies: readonly string[] = [
  'Tarnholt Works',
  'Harrow & Finch Instruments',
  'Osmund Rail',
  'Pellworm Logistics',
];
