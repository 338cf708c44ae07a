import { mediaOrigin } from '../rewrite-item.ts';
import { languages } from './bank/languages.ts';
import {
  additionalInformation,
  audiences,
  extraDescriptions,
  formats,
  prerequisites,
  questions,
  testimonials,
} from './bank/texts.ts';
import type { CourseSeed } from './course-seeds.ts';
import { createRandom, requireItem } from './random.ts';

/** The HTML texts of a course, as partners write them: mostly clean, now and then not. */
export function createCourseTexts(seed: CourseSeed, randomSeed: string) {
  const random = createRandom(`${randomSeed}:texts:${seed.key}`);
  const isEnglish = seed.language === undefined;
  const hasOutcome = seed.place % 9 !== 4;
  const hasSyllabus = seed.place % 5 !== 3;
  return {
    shortDescription: paragraph(seed.line),
    fullDescription: createDescription(seed, random),
    outcome: hasOutcome ? list(seed.learn) : null,
    syllabus: hasSyllabus ? createSyllabus(seed, random.chance(0.5)) : null,
    prerequisites: isEnglish && random.chance(0.5) ? paragraph(random.pick(prerequisites)) : null,
    faq: isEnglish && random.chance(0.4) ? createQuestions(random) : null,
    testimonials: isEnglish && random.chance(0.25) ? createTestimonial(random) : null,
    extra: isEnglish && seed.place % 11 === 4 ? createExtraDescription(seed.place) : null,
    additional: isEnglish && seed.place % 12 === 5 ? createAdditional(seed.place) : null,
  };
}

function createDescription(seed: CourseSeed, random: ReturnType<typeof createRandom>): string {
  const parts = [paragraph(seed.about)];
  if (seed.language === undefined) {
    parts.push(paragraph(random.pick(formats)));
    if (random.chance(0.6))
      parts.push(`<p>It is made for:</p>${list(random.pickSome(audiences, random.integer(2, 3)))}`);
    if (random.chance(0.2)) {
      parts.push(
        '<p>The <a href="https://reading.sandbox.example/list">reading list</a> is open to everybody.</p>',
      );
    }
  } else {
    parts.push(paragraph(languages[seed.language]?.format ?? ''));
  }
  if (seed.place % 37 === 5) parts.push(unwantedHtml);
  if (seed.place === 2) parts.push(figures);
  return parts.join('\n');
}

// What a sanitiser must remove: none of it may reach a page.
const unwantedHtml = `<h1 style="color: red">Enroll today!</h1>
<p onclick="alert('clicked')" class="MsoNormal">Copied from a word processor.<script>document.title = 'taken over';</script></p>
<p><a href="javascript:alert('link')">A link that runs</a> <img src="https://pictures.elsewhere.example/pixel.gif" width="1" height="1"> <img src="${mediaOrigin}/media/figures/inline.png" alt="A figure" onerror="alert('image')"></p>
<iframe src="https://frames.elsewhere.example/"></iframe>`;

// Pictures inside a text, of which the second is not to be had.
const figures = `<p>The course at a glance:</p>
<p><img src="${mediaOrigin}/media/figures/overview.png" alt="How the units build on each other"></p>
<p><img src="${mediaOrigin}/media/figures/missing.gif" alt="A figure that is gone"></p>`;

function createSyllabus(seed: CourseSeed, asList: boolean): string {
  const units = seed.syllabus.map((unit) => {
    const [title = '', ...rest] = unit.split(/ ?[:：] ?/);
    return { title, text: rest.join(': ') };
  });
  if (asList) {
    return `<ol>${units.map(({ title, text }) => `<li><strong>${escape(title)}</strong><br>${escape(text)}</li>`).join('')}</ol>`;
  }
  return units
    .map(({ title, text }) => `<p><strong>${escape(title)}</strong></p>\n<p>${escape(text)}</p>`)
    .join('\n');
}

function createQuestions(random: ReturnType<typeof createRandom>): string {
  return random
    .pickSome(questions, random.integer(2, 4))
    .map(([question, answer]) => `<p><b>${escape(question)}</b></p>\n${paragraph(answer)}`)
    .join('\n');
}

function createTestimonial(random: ReturnType<typeof createRandom>): string {
  return random
    .pickSome(testimonials, random.integer(1, 2))
    .map(([quotation, who]) => `<p>“${escape(quotation)}”</p>\n<p>– ${escape(who)}</p>`)
    .join('\n');
}

/** An object in the service, HTML alone in the reference's table (api-ground-truth §5.6). */
function createExtraDescription(place: number) {
  const [title, text] = requireItem(extraDescriptions, place % extraDescriptions.length);
  return place % 2 === 0 ? { title, description: paragraph(text) } : paragraph(text);
}

function createAdditional(place: number): string {
  return paragraph(requireItem(additionalInformation, place % additionalInformation.length));
}

export function paragraph(text: string): string {
  return `<p>${escape(text)}</p>`;
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
