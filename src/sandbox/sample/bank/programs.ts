export interface BankProgram {
  title: string;
  type: string;
  /** Partner keys. */
  partners: readonly string[];
  /** One sentence for lists. */
  hook: string;
  /** Where it is not the hook. */
  subtitle?: string;
  /** Keys of courses, in order; a key that no course has is a course outside the catalogs. */
  courses: readonly string[];
}

/** Courses that programs name and the sample has not: `[title, sentence]`. */
export const outsideCourses: Record<string, readonly [title: string, line: string]> = {
  'KIT+CAP390x': [
    'A Capstone in Public Data',
    'One question of your own, public data, and a jury of three.',
  ],
};

export const programs: readonly BankProgram[] = [
  {
    title: 'Data Practice for Decision Makers',
    type: 'Professional Certificate',
    partners: ['KIT', 'NHU'],
    hook: 'Be the one who is asked before the meeting.',
    subtitle:
      'Five courses that take you from reading a chart to defending a model, at the pace of a working year.',
    courses: ['KIT+STAT101x', 'NHU+SOC240x', 'KIT+SQL110x', 'KIT+ML305x', 'KIT+CAP390x'],
  },
  {
    title: 'Programming Alongside Another Profession',
    type: 'Professional Certificate',
    partners: ['KIT', 'GPC'],
    hook: 'Small programs for real jobs, with tests and a history.',
    courses: ['KIT+CS101x', 'GPC+GIT100x', 'KIT+SQL110x', 'GPC+TST200x'],
  },
  {
    title: 'First-Line Leadership',
    type: 'Professional Certificate',
    partners: ['LSB', 'ABI'],
    hook: 'Ninety days, forty conversations and fewer meetings.',
    courses: ['LSB+LED140x', 'LSB+FBK150x', 'ABI+MTG100x', 'LSB+NEG01x'],
  },
  {
    title: 'Projects, Money and Risk',
    type: 'Professional Certificate',
    partners: ['ABI'],
    hook: 'What a project manager must be able to add up.',
    courses: ['ABI+PRJ130x', 'ABI+BUD120x', 'ABI+RSK220x'],
  },
  {
    title: 'Writing at Work',
    type: 'Professional Certificate',
    partners: ['QPS'],
    hook: 'From a plain letter to an edited book.',
    courses: ['QPS+WRI110x', 'QPS+EDI220x', 'QPS+SPK120x'],
  },
  {
    title: 'Designing Services People Can Use',
    type: 'Professional Certificate',
    partners: ['PAU', 'OAA'],
    hook: 'Forms, queues, menus and the letter after the form.',
    courses: ['PAU+DES220x', 'PAU+USE210x', 'PAU+SRV230x', 'PAU+IAR220x'],
  },
  {
    title: 'Law for People Who Are Not Lawyers',
    type: 'Professional Certificate',
    partners: ['THL', 'HFC'],
    hook: 'Contracts, data, people and ideas: the four places where work meets the law.',
    courses: ['HFC+LAW110x', 'THL+PRV120x', 'THL+EMP210x', 'THL+IPL220x'],
  },
  {
    title: 'Safe Work',
    type: 'Professional Certificate',
    partners: ['WXP', 'FSM'],
    hook: 'Near misses, first aid and chairs.',
    courses: ['WXP+SAF200x', 'FSM+AID100x', 'FSM+ERG110x'],
  },
  {
    title: 'Quality and Process',
    type: 'Professional Certificate',
    partners: ['ASU', 'WXP'],
    hook: 'Seven tools, one hour of standing still, and a better line.',
    courses: ['ASU+QC120', 'ASU+LEA220', 'WXP+MNT130x', 'WXP+SUP230x'],
  },
  {
    title: 'Español para el trabajo',
    type: 'Professional Certificate',
    partners: ['UVR'],
    hook: 'Del teléfono al informe.',
    courses: ['UVR+ESP100', 'UVR+ESP201'],
  },
  {
    title: '現場の改善',
    type: 'Professional Certificate',
    partners: ['ASU'],
    hook: '品質と安全を、現場の目で学ぶ二つの講座。',
    courses: ['ASU+QC101', 'ASU+ANZ120', 'ASU+DZN130'],
  },
  {
    title: 'Statistics and Reasoning',
    type: 'MicroMasters',
    partners: ['KIT', 'IPR', 'MIM'],
    hook: 'Graduate-level work on cause, chance and evidence, with a proctored examination.',
    courses: ['MIM+PRB220x', 'IPR+CAU310x', 'KIT+EXP210x', 'KIT+ML305x'],
  },
  {
    title: 'Computing from the Ground Up',
    type: 'MicroMasters',
    partners: ['KIT', 'BRI'],
    hook: 'Languages, systems, networks and secrets, from the inside.',
    courses: ['KIT+CS130x', 'KIT+OS320x', 'KIT+ALG220x', 'BRI+NET150x', 'BRI+CRY310x'],
  },
  {
    title: 'Intelligent Systems',
    type: 'MicroMasters',
    partners: ['NHU'],
    hook: 'From a blank page to a network you can explain.',
    courses: ['MIM+LIN210x', 'NHU+AI330x', 'KIT+ML305x'],
  },
  {
    title: 'Energy Systems Engineering',
    type: 'MicroMasters',
    partners: ['BRI', 'CPI'],
    hook: 'Numbers, batteries, grids and the night in between.',
    courses: ['CPI+NRG150x', 'CPI+BAT310x', 'BRI+PWR220x'],
  },
  {
    title: 'Public Health Methods',
    type: 'MicroMasters',
    partners: ['FSM'],
    hook: 'Outbreaks, genes and the arithmetic of prevention.',
    courses: ['FSM+EPI220x', 'FSM+GEN240x', 'NHU+SOC240x', 'IPR+CAU310x'],
  },
  {
    title: 'Structures and Materials',
    type: 'MicroMasters',
    partners: ['NHU'],
    hook: 'Why things stand, and for how long.',
    courses: ['NHU+ENG150x', 'NHU+MAT210x', 'NHU+FLU230x'],
  },
  {
    title: 'Water',
    type: 'XSeries',
    partners: ['NHU', 'CPI'],
    hook: 'Rivers, soil and climate, with boots on.',
    courses: ['NHU+HYD210x', 'SAC+SOI120x', 'CPI+CLI210x'],
  },
  {
    title: 'Mathematics, Resumed',
    type: 'XSeries',
    partners: ['MIM'],
    hook: 'For people who stopped: slopes, arrows, dice and proofs.',
    courses: ['MIM+CAL110x', 'MIM+LIN210x', 'MIM+PRB220x', 'MIM+PRF130x'],
  },
  {
    title: 'Physics of Ordinary Things',
    type: 'XSeries',
    partners: ['NHU', 'KIT'],
    hook: 'A bicycle, a lens and a bathtub.',
    courses: ['NHU+PHY130x', 'KIT+OPT240x', 'NHU+FLU230x'],
  },
  {
    title: 'Looking and Listening',
    type: 'XSeries',
    partners: ['OAA', 'MCO'],
    hook: 'One hour with a picture, one street with your eyes closed.',
    courses: ['OAA+ART110x', 'MCO+SND120x', 'MCO+MUS130x', 'OAA+COL130x'],
  },
  {
    title: 'Thinking Clearly',
    type: 'XSeries',
    partners: ['IPR', 'CVU'],
    hook: 'Sources, arguments and everyday dilemmas.',
    courses: ['IPR+SRC110x', 'IPR+ARG120x', 'CVU+ETH210x'],
  },
  {
    title: 'A Historian’s Year',
    type: 'XSeries',
    partners: ['CVU', 'MCO'],
    hook: 'Maps, offices and a box that nobody has opened.',
    courses: ['CVU+ARH130x', 'MCO+HOF110x', 'CVU+ARV230x'],
  },
  {
    title: 'Electronics and Small Machines',
    type: 'XSeries',
    partners: ['BRI', 'WXP'],
    hook: 'From the kitchen table to the wall of a factory.',
    courses: ['BRI+ELE110x', 'WXP+EMB260x'],
  },
  {
    title: 'Economics for Citizens',
    type: 'XSeries',
    partners: ['CVU'],
    hook: 'Eight prices, one plan and a rule about bicycles.',
    courses: ['CVU+ECO110x', 'CVU+INV210x', 'IPR+POL130x'],
  },
  {
    title: 'Teaching at Work',
    type: 'Professional Certificate',
    partners: ['RSE'],
    hook: 'Sessions, tests and an hour a fortnight.',
    courses: ['RSE+TCH110x', 'RSE+ASM220x', 'RSE+MEN120x'],
  },
  {
    title: 'Web Bootcamp: Twelve Weeks',
    type: 'Bootcamp',
    partners: ['GPC'],
    hook: 'Twelve weeks, full time, one site built three times.',
    courses: ['GPC+WEB120x', 'GPC+API240x', 'GPC+TST200x'],
  },
  {
    title: 'Security Bootcamp',
    type: 'Bootcamp',
    partners: ['BRI'],
    hook: 'Networks by day, incidents by night.',
    courses: ['BRI+NET150x', 'BRI+SEC210x', 'WXP+OPS230x'],
  },
  {
    title: 'Master of Science in Applied Statistics',
    type: 'Masters',
    partners: ['KIT'],
    hook: '',
    courses: [],
  },
  {
    title: 'Master of Business Administration',
    type: 'Masters',
    partners: ['LSB'],
    hook: '',
    courses: [],
  },
  {
    title: 'Bachelor of Engineering Practice',
    type: 'Bachelors',
    partners: ['WXP'],
    hook: '',
    courses: [],
  },
  {
    title: 'MicroBachelors in Computing',
    type: 'MicroBachelors',
    partners: ['KIT'],
    hook: 'Two courses that count towards a first degree.',
    courses: ['KIT+CS101x', 'KIT+ALG220x'],
  },
  {
    title: 'Führen in der Fertigung',
    type: 'Professional Certificate',
    partners: ['HBW'],
    hook: 'Instandhaltung, Prozesse und klare Worte.',
    courses: ['HBW+INS110', 'HBW+STA210', 'HBW+KLA120'],
  },
  {
    title: 'Écrire, compter, penser',
    type: 'XSeries',
    partners: ['ELM'],
    hook: 'Trois cours pour l’honnête employé.',
    courses: ['ELM+RED120', 'ELM+STA140', 'ELM+PHI130'],
  },
  {
    title: 'Executive Certificate in Leadership',
    type: 'Professional Certificate',
    partners: ['LSB'],
    hook: 'Three residential weeks, spread over a year.',
    courses: ['LSB+EXL400', 'LSB+EXC450', 'LSB+EXF410'],
  },
  {
    title: 'Office Software, the Old Edition',
    type: 'Professional Certificate',
    partners: ['WXP'],
    hook: 'Retired in favour of shorter courses.',
    courses: ['WXP+XLS100x', 'ABI+BUD120x'],
  },
  {
    title: 'A Pilot That Nobody Announced',
    type: 'XSeries',
    partners: ['GPC'],
    hook: 'Under construction.',
    courses: ['GPC+GIT100x', 'GPC+WEB120x'],
  },
  {
    title: 'مسار البيانات والماء',
    type: 'Professional Certificate',
    partners: ['AMU'],
    hook: 'من قراءة الأرقام إلى إدارة المدن الحارّة.',
    courses: ['AMU+BYN110', 'AMU+MYH230', 'AMU+KTB120'],
  },
];
