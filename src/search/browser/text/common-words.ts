/** Words that say little of what somebody is looking for. */

const stopWords = new Set(
  `a an and are as at be been by do does for from has have how i i'm im in into is its me my of on or our so
  that the their them this those to us was we what when where which who why will with you your yours am can could
  should would there these they about
  de la el los las un una y en para por con del al que como le les des du et une pour dans sur aux avec l
  der die das den dem und fur mit zu im von ein eine ist auf zum zur
  do da dos das e em no na os um uma ao il lo gli di della dei delle per nel i`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const politeWords = new Set(
  `learning dealing make makes making tell cope coping handle handling work's want wants wanted need needs needing like get getting learn become becoming better best good great help helps
  helping looking look find finding some something anything any study improve improving know
  understand understanding start started starting give show take use using make want im please just more most new
  quick quickly easy easily simple simply without zero scratch it not work people person thing things way`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const kindWords = new Set(
  `course courses class classes training trainings program programs programme programmes certificate certificates
  certification certifications tutorial tutorials lesson lessons workshop workshops bootcamp online free intro
  introduction introductory beginner beginners basic basics fundamental fundamentals essentials advanced intermediate
  curso cursos introduccion cours formation kurs kurse einfuhrung corso university college school institute`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Not looked up at all unless a query has nothing else. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

/** Whether a word says little by itself, though it may be a part of a name: deep learning. */
export function isPoliteWord(word: string): boolean {
  return politeWords.has(word);
}

/** How much a word counts beside others: 1 unless it is one that wishes are wrapped in. */
export function weightOfWord(word: string): number {
  if (stopWords.has(word) || politeWords.has(word)) return 0.15;
  return kindWords.has(word) ? 0.25 : 1;
}
