/** The addresses of the admin area's pages, as paths below `basePath`, which begins and ends with a slash. */
export function adminPaths({ basePath }: { basePath: string }) {
  const folder = `${basePath}admin/`;
  const ofPlan = (page: string) => (planUuid?: string) =>
    planUuid === undefined
      ? `${folder}${page}/`
      : `${folder}${page}/?${String(new URLSearchParams({ plan: planUuid }))}`;
  return {
    overview: folder,
    plans: `${folder}plans/`,
    plan: (uuid: string) => `${folder}plans/${encodeURIComponent(uuid)}/`,
    /** The three take a plan, or let a person choose one. */
    assign: ofPlan('assign'),
    revoke: ofPlan('revoke'),
    enroll: ofPlan('enroll'),
    /** What a search for runs finds. */
    enrollRuns: `${folder}enroll/runs/`,
    learners: `${folder}learners/`,
    learnerCharts: `${folder}learners/charts/`,
    /** Server-sent events of the loading of all rows. */
    learnerProgress: `${folder}learners/progress/`,
    learnersCsv: `${folder}learners/csv/`,
    /** `id` is the opaque one. */
    learner: (id: string) => `${folder}learners/of/${encodeURIComponent(id)}/`,
    operations: `${folder}operations/`,
    operation: (id: string) => `${folder}operations/${encodeURIComponent(id)}/`,
    operationEvents: (id: string) => `${folder}operations/${encodeURIComponent(id)}/events/`,
    operationCsv: (id: string) => `${folder}operations/${encodeURIComponent(id)}/csv/`,
    log: `${folder}log/`,
    signIn: `${folder}sign-in/`,
    /** Asks who one is although the sign-in service knows. */
    signInAsSomebody: `${folder}sign-in/?again`,
    signOut: `${folder}sign-out/`,
  };
}
