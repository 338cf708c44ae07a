export interface BankPartner {
  name: string;
  /** For the partner's own page. */
  description: string;
  /** `Given name | family name | position | what they do`. */
  people: readonly string[];
}

/** All invented, as their people are. */
export const partners: Record<string, BankPartner> = {
  KIT: {
    name: 'Kestrel Institute of Technology',
    description:
      'A technical university on a windy hill, known for courses that begin with the fault and end with the theory.',
    people: [
      'Adaeze | Okonjo-Lind | Professor of Statistics | Works on survey design and on explaining risk to people who have ten minutes.',
      'Tomas | Hrabal | Senior Lecturer | Has taught first-year statistics to engineers, nurses and librarians for eighteen years.',
      'Priya | Venkataraghavan | Professor of Computing | Writes compilers, and the error messages that people actually read.',
      'Iain | Macraild | Reader in Control Engineering | Tunes the heating of the institute’s old library in his spare time.',
    ],
  },
  NHU: {
    name: 'Northmere University',
    description:
      'Founded by a canal company to teach its lock-keepers mathematics; rivers, bridges and bodies are still its strengths.',
    people: [
      'Mei | Sugawara | Data editor in residence | Draws charts for newspapers, and takes bad ones apart.',
      'Rosalind | Achterberg | Professor of Hydrology | Has measured the same stream every Thursday since 1994.',
      'Kwabena | Asante-Holm | Professor of Structural Engineering | Inspects bridges with a hammer, a torch and a great deal of patience.',
      'Lotte | Vinter | Lecturer in Psychology | Repeats famous experiments and publishes what happens.',
    ],
  },
  LSB: {
    name: 'Lindqvist School of Business',
    description: 'A small business school that teaches in groups of twelve and owns no auditorium.',
    people: [
      'Henrik | Lindqvist-Obi | Professor of Leadership | Was a shift manager for nine years before he studied what he had done.',
      'Catalina | Ferreyra | Professor of Negotiation | Mediated three strikes and one divorce between two orchestras.',
      'Dorothea | Quist | Senior Lecturer in Finance | Reads annual reports from the back.',
    ],
  },
  PAU: {
    name: 'Port Ansel University',
    description:
      'A harbour university with a design school in the old customs house, where every form in the city was once stamped.',
    people: [
      'Noor | Haddad-Strand | Professor of Interaction Design | Collects forms, and has finished very few of them.',
      'Eamon | Tully | Studio Lead | Draws services on paper two metres long.',
      'Ximena | Aldaz | Lecturer in Sustainable Business | Audits bakeries, breweries and one cathedral.',
    ],
  },
  HFC: {
    name: 'Hallam Fjord College',
    description: 'A college of law and public life at the end of a very long valley.',
    people: [
      'Sunniva | Hauge-Bello | Associate Professor of Contract Law | Rewrites contracts for people who must live with them.',
      'Oskar | Breivold | Lecturer | A former judge who likes short sentences.',
    ],
  },
  MCO: {
    name: 'Meridian Conservatory',
    description: 'Music, sound and the spoken word, in a former cinema with a famous echo.',
    people: [
      'Ilse | Marchetti | Professor of Sound Studies | Records cities before breakfast.',
      'Jonah | Adeyemi-Kraus | Senior Lecturer in Harmony | Teaches singing to people who say they cannot.',
      'Beatriz | Lund | Producer in residence | Has made four hundred radio documentaries, each ten minutes long.',
    ],
  },
  UVR: {
    name: 'Universidad de Valderrosa',
    description:
      'Universidad pública a orillas de un río que casi nunca lleva agua; enseña en español y en inglés.',
    people: [
      'Inés | Carrascal | Catedrática de Lengua | Traduce del español administrativo al español.',
      'Rodrigo | Peñalver | Profesor de Hidráulica | Busca fugas por la noche, cuando la ciudad calla.',
      'Amparo | Llinás | Profesora de Dirección | Dirigió un mercado de abastos durante once años.',
    ],
  },
  ASU: {
    name: 'Asahina University',
    description:
      'A university of crafts and engineering where every student spends a month on a production line.',
    people: [
      'Haruto | Minekawa | Professor of Quality Engineering | Believes that everything important can be drawn by hand.',
      'Chiyo | Asahina | Professor of Design | Removes things for a living.',
      'Kenji | Orimoto | Lecturer in Safety | Collects near misses from three hundred workshops.',
    ],
  },
  ABI: {
    name: 'Aldermoor Business Institute',
    description: 'Evening classes for working people since 1911, with the same brass handrail.',
    people: [
      'Marguerite | Oyelaran | Director of Studies | Has closed more projects than she has opened, and is proud of it.',
      'Stellan | Voss | Professor of Risk | Offers bets to anybody who says “certainly”.',
      'Pia | Drummond | Lecturer in Pricing | Once sold the same chair at three prices, fairly.',
    ],
  },
  BRI: {
    name: 'Brackwater Institute',
    description: 'A laboratory school between two power stations, one of which is still in use.',
    people: [
      'Leopold | Nakamura-Reyes | Professor of Networks | Carries a cable tester at weddings.',
      'Fadia | Barakat | Professor of Power Systems | Has restarted a city twice, once for practice.',
      'Gwen | Tolliver | Senior Lecturer in Cryptography | Breaks ciphers with a pencil.',
    ],
  },
  CVU: {
    name: 'Corvane University',
    description: 'The old university of a small republic, with an archive larger than its campus.',
    people: [
      'Emeric | Vasquez-Thorne | Professor of History | Draws every map that he lectures on.',
      'Liora | Benadon | Professor of Ethics | Prefers small dilemmas to large ones.',
      'Anselm | Okoro | Professor of Economics | Explains most things by the price of bread.',
      'Tilda | Fairweather | Archivist | Has read everybody’s letters but her own.',
    ],
  },
  ELM: {
    name: 'École Lumière-Montclair',
    description: 'Une école ouverte à tous, où l’on écrit beaucoup et où l’on coupe davantage.',
    people: [
      'Maëlle | Courvoisin | Professeure de lettres | Récrit les notes de service avec gourmandise.',
      'Bastien | Oukaci | Professeur de philosophie | A enseigné vingt ans de nuit.',
      'Solène | Marchadour | Maîtresse de conférences en chimie | Rate ses sauces exprès.',
    ],
  },
  HBW: {
    name: 'Hochschule Bärwald',
    description:
      'Technische Hochschule mit Lehrwerkstatt; wer hier studiert, feilt im ersten Jahr.',
    people: [
      'Gesine | Althoff | Professorin für Instandhaltung | Hört Lager, bevor sie kaputtgehen.',
      'Konrad | Yildiz | Professor für Bauphysik | Misst Feuchte in Häusern, die er gern retten würde.',
      'Friederike | Wolters | Dozentin für Sprache | Befreit Verben aus Hauptwörtern.',
    ],
  },
  IBR: {
    name: 'Instituto Beira-Rio',
    description: 'Escola pública de ofícios, ciências e música, às margens de um rio largo.',
    people: [
      'Jacira | Monteverde | Professora de Ecologia | Faz mapas com quem mora na floresta.',
      'Caetano | Brum | Professor de Computação | Ensina algoritmos com caixas de feira.',
      'Dandara | Alencastro | Professora de Ritmo | Conta tudo em dois.',
    ],
  },
  AMU: {
    name: 'جامعة المنارة',
    description: 'جامعة على الساحل تُدرّس العلوم والإدارة والكتابة بالعربية.',
    people: [
      'ليلى | الشامي | أستاذة الإحصاء | تشرح الأرقام لمن لا يحبونها.',
      'سامر | الكندي | أستاذ هندسة المياه | يقيس الماء الذي لا يراه أحد.',
      'هالة | نعمان | محاضرة في الكتابة | تختصر الخطابات الرسمية إلى ستة أسطر.',
    ],
  },
  RKC: {
    name: 'מכללת רכס',
    description: 'מכללה קטנה על רכס, ללימודי עיצוב, ניהול ומורשת.',
    people: [
      'נועה | ברקאי | ראש המחלקה לעיצוב שירותים | צופה באנשים שנתקעים, ושותקת.',
      'אלעד | שרביט | מרצה למשא ומתן | גישר בין שכנים, ועדים ושתי להקות.',
      'תמר | חצרוני | פרופסור לארכאולוגיה | חופרת מתחת לצינורות ביוב.',
    ],
  },
  LHU: {
    name: '蓝河大学',
    description: '一所临河的综合大学，重视动手与写作。',
    people: [
      '沈若溪 |  | 供应链管理教授 | 跟着一颗螺丝走过十一个港口。',
      '顾明远 |  | 统计学副教授 | 喜欢在菜市场收集数据。',
      '林一苇 |  | 建筑遗产讲师 | 随身带着一把小锤子。',
    ],
  },
  FSM: {
    name: 'Fennvale School of Medicine',
    description: 'A teaching hospital that draws its own diagrams.',
    people: [
      'Oluwaseun | Bright-Larsen | Professor of Immunology | Explains the body by means of a small town.',
      'Margit | Szalai | Professor of Epidemiology | Has eaten at the scene of every outbreak she solved, afterwards.',
      'Declan | Moriarty-Singh | Emergency physician | Trains lorry drivers to save lives at lay-bys.',
      'Yara | Costanzo | Occupational therapist | Has measured nine thousand chairs.',
    ],
  },
  SAC: {
    name: 'Saltmarsh Agricultural College',
    description: 'Fields, kitchens and a herd of patient cows on the edge of the sea.',
    people: [
      'Wilhelmina | Drost | Professor of Soil Science | Smells soil before she measures it.',
      'Abel | Nwachukwu | Lecturer in Food Safety | A strict inspector with a weakness for canteens.',
    ],
  },
  THL: {
    name: 'Thornhale School of Law',
    description: 'A school that teaches law to people who will never be lawyers.',
    people: [
      'Imogen | Castellane | Professor of Privacy Law | Answers letters from strangers, and asks for their data.',
      'Rufus | Adebayo-Klein | Professor of Company Law | Has sat through eleven difficult board meetings on the record.',
      'Sabine | Thornhale | Reader in Intellectual Property | Owns no ideas.',
    ],
  },
  GPC: {
    name: 'Guild of Practical Computing',
    description:
      'A guild of working programmers who teach on Fridays what they learned on Mondays.',
    people: [
      'Zofia | Marek-Douglas | Fellow of the Guild | Has broken more repositories than anybody she knows.',
      'Ravi | Thistlewood | Fellow of the Guild | Deletes tests with a good conscience.',
      'Aiko | Penhallow | Fellow of the Guild | Builds pages that work on trains.',
    ],
  },
  WXP: {
    name: 'Wexmoor Polytechnic',
    description: 'Machines, logistics and workshops, twelve minutes from the motorway.',
    people: [
      'Bronwen | Satterfield | Professor of Maintenance | Thinks that nothing happening is an achievement.',
      'Dmitri | Ashgrove | Senior Lecturer in Supply Chains | Was responsible for the nine-cent part.',
      'Carmen | Ilves | Lecturer in Safety | Signs nothing that she has not seen.',
    ],
  },
  IPR: {
    name: 'Institute for Public Reasoning',
    description: 'An institute that has no opinions, and helps others to improve theirs.',
    people: [
      'Theodora | Lindgren-Mbeki | Director | Changes her mind in writing, once a year.',
      'Callum | Ferrante | Fellow | A fact checker who leaves the page sooner than you.',
    ],
  },
  OAA: {
    name: 'Osterlund Academy of Art',
    description: 'Drawing from life since 1784, and from screens since last year.',
    people: [
      'Agneta | Osterlund | Professor of Painting | Has looked at one picture for eleven years.',
      'Marcus | Teboho | Lecturer in Typography | Can tell you what is wrong with this sentence from across the room.',
    ],
  },
  CPI: {
    name: 'Cinder Peak Institute',
    description: 'Earth scientists on the flank of a volcano that is asleep, they say.',
    people: [
      'Hedda | Ravnsborg | Professor of Climate Physics | Checks every number back to the instrument.',
      'Manolo | Quintero-Day | Professor of Geology | Has walked every street in town looking down.',
      'Sunita | Feldspar | Professor of Electrochemistry | Takes batteries apart, carefully.',
    ],
  },
  QPS: {
    name: 'Quillon Press School',
    description: 'A school of writing and editing above a printing works.',
    people: [
      'Philippa | Nasser-Boyle | Editor in chief | Has cut eleven million words.',
      'Gideon | Ostrowski | Speaking coach | Used to be afraid of telephones.',
    ],
  },
  MIM: {
    name: 'Mbali Institute of Mathematics',
    description: 'Mathematics with chalk, dice and string, for anybody who stopped.',
    people: [
      'Nomvula | Mbali-Hart | Professor of Mathematics | Teaches calculus to grandparents.',
      'Viktor | Anselmsson | Professor of Probability | Waits for buses professionally.',
    ],
  },
  RSE: {
    name: 'Rowan Street School of Education',
    description: 'A training college with a real school on the ground floor.',
    people: [
      'Constance | Abara | Principal | Asks one question and waits.',
      'Mikkel | Fennimore | Lecturer in Assessment | Throws away three questions out of four.',
    ],
  },
};
