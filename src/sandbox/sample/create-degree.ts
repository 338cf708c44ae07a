import { formatDay } from './dates.ts';
import type { ProgramPlan } from './program-plans.ts';
import { createUuid } from './random.ts';

/** The degree block of a program, in the shape of reference §3.12.5. */
export function createDegree({ uuid, urlSlug, title }: ProgramPlan, today: Date) {
  const page = `https://degrees.sandbox.example/${urlSlug}`;
  return {
    application_requirements: '<p>A first degree, two letters and a page about why now.</p>',
    apply_url: `${page}/apply`,
    banner_border_color: '',
    campus_image: null,
    title_background_image: null,
    costs: [{ description: 'Whole program', amount: '14,800 USD' }],
    deadlines: [
      {
        semester: 'Autumn',
        name: 'Application',
        date: formatDay(today, 75).slice(0, 10),
        time: '',
      },
      {
        semester: 'Spring',
        name: 'Application',
        date: formatDay(today, 240).slice(0, 10),
        time: '',
      },
    ],
    lead_capture_list_name: 'Master_default',
    quick_facts: [
      { icon: 'clock', text: '24 months, part time' },
      { icon: 'group', text: 'Seminars of fifteen' },
    ],
    overall_ranking: 'Among the ten programs that engineers name most often',
    prerequisite_coursework: '<p>None in particular.</p>',
    rankings: [
      {
        rank: '#4',
        description: 'Part-time degrees for professionals',
        source: 'The Harrow Review',
      },
    ],
    lead_capture_image: {},
    micromasters_path: null,
    micromasters_url: null,
    micromasters_long_title: null,
    micromasters_long_description: null,
    micromasters_background_image: {},
    micromasters_org_name_override: null,
    costs_fine_print: '<p>Books are extra, libraries are not.</p>',
    deadlines_fine_print: '<p>Late applications are read if there is room.</p>',
    hubspot_lead_capture_form_id: null,
    additional_metadata: {
      external_identifier: createUuid(`degree:${uuid}`),
      external_url: `${page}?utm_source=tarnholt`,
      organic_url: page,
    },
    specializations: title.includes('Statistics')
      ? ['Survey Methods', 'Causal Inference']
      : ['Operations', 'Finance', 'Leadership'],
    program_duration_override: null,
    display_on_org_page: false,
    excluded_from_search: false,
    excluded_from_seo: false,
  };
}
