/** A set-up that can't work: the message lists every problem, one a line. Commands exit with 2. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError' as const;
  readonly problems: string[];

  constructor(headline: string, problems: string[]) {
    super(`${headline}:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}
