import type { Hono } from 'hono';
import { answerHtmlError } from '../answer.ts';
import type { AppState } from '../app-state.ts';
import type { SandboxContext, SandboxEnvironment } from '../environment.ts';
import { createRateCounter } from '../throttle.ts';
import { answerWrongMethod } from './add-resource.ts';

const path = '/oauth2/v1/access_token';

/** The token endpoint: api-ground-truth §2.1, §2.2. */
export function addTokenRoute(app: Hono<SandboxEnvironment>, { tokens, switches }: AppState): void {
  const limit = switches['token-limit'];
  const refuse = limit === 'off' ? () => undefined : createRateCounter(limit, 60);
  app.post(path, (context) =>
    refuse(Date.now()) === undefined
      ? answerToken(context, tokens)
      : answerHtmlError(context, 403, '403 Forbidden'),
  );
  app.all(path, (context) => answerWrongMethod(context, 'POST, OPTIONS'));
}

async function answerToken(context: SandboxContext, tokens: AppState['tokens']): Promise<Response> {
  const url = new URL(context.req.url);
  if (url.search !== '') {
    return context.json(
      { error: 'invalid_request', error_description: 'URL query parameters are not allowed' },
      400,
    );
  }
  const isForm =
    context.req.header('Content-Type')?.startsWith('application/x-www-form-urlencoded') ?? false;
  const form = new URLSearchParams(isForm ? await context.req.text() : '');
  const { status, body } = await tokens.issue(form, url.origin);
  if (status === 401) context.header('WWW-Authenticate', 'Bearer error="invalid_client"');
  context.header('Cache-Control', 'no-store');
  return context.json(body, status);
}
