import type { SubjectHue } from './views.ts';

/** edX's subjects on the ten printed hues of the design; any other subject is `other`. */
const hues: Record<string, SubjectHue> = {
  'data-analysis-statistics': 'data',
  math: 'data',
  'computer-science': 'computing',
  electronics: 'computing',
  'business-management': 'business',
  'economics-finance': 'business',
  philanthropy: 'business',
  engineering: 'engineering',
  'energy-earth-sciences': 'engineering',
  architecture: 'engineering',
  humanities: 'humanities',
  history: 'humanities',
  'art-culture': 'humanities',
  literature: 'humanities',
  music: 'humanities',
  'philosophy-ethics': 'humanities',
  ethics: 'humanities',
  'biology-life-sciences': 'life',
  medicine: 'life',
  'health-safety': 'life',
  'food-nutrition': 'life',
  'environmental-studies': 'life',
  language: 'languages',
  communication: 'languages',
  design: 'design',
  'social-sciences': 'society',
  law: 'society',
  'education-teacher-training': 'society',
};

export function hueOf(subjectKey: string | undefined): SubjectHue {
  return (subjectKey === undefined ? undefined : hues[subjectKey]) ?? 'other';
}
