import { afterEach, expect } from 'vitest';

// Holds every answer that the sandbox's own tests fetch against the OpenAPI document, except those that a
// fault touched: these are wrong by design and say so in a header.
if (expect.getState().testPath?.includes('/src/sandbox/')) {
  const problems: string[] = [];
  const fetchAnswer = globalThis.fetch;

  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const answer = await fetchAnswer(input, init);
    if (!answer.headers.has('X-Sandbox-Fault')) {
      problems.push(...(await findProblems(request, answer.clone())));
    }
    return answer;
  };

  afterEach(() => {
    expect(problems.splice(0), 'answers that the OpenAPI document does not allow').toEqual([]);
  });
}

async function findProblems({ method, url }: Request, answer: Response): Promise<string[]> {
  // An answer that was cut in the middle cannot be read, and needs no judgement.
  const body = await answer.text().catch(() => undefined);
  if (body === undefined) return [];
  const { findAnswerProblem } = await import('./openapi-answers.ts');
  const { status, headers } = answer;
  const problem = findAnswerProblem({
    method,
    url,
    status,
    contentType: headers.get('Content-Type'),
    body,
  });
  return problem === undefined ? [] : [problem];
}
