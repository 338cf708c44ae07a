export type { Thing } from 'schema-dts';
export { courseData, courseRunData } from './course-data.ts';
export { formatGraph } from './format-graph.ts';
export { breadcrumbData, cardListData, linkListData, type Step } from './list-data.ts';
export { programData } from './program-data.ts';
export { siteData } from './site-data.ts';
