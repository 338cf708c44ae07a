export { checkSite, type SiteExpectations } from './check-site.ts';
export { formatProblems } from './problems.ts';
