import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { RecordedRequest } from '../request-log.ts';
import type { ActiveFault, FaultRegistry } from './registry.ts';
import { FaultPlanError, maximumFaults, parseFaultPlan } from './schema.ts';

const maximumBytes = 256 * 1024;
const loopback = /^(?:::ffff:)?127\.|^::1$/;

export interface ControlState {
  faults: FaultRegistry;
  requests: RecordedRequest[];
}

/**
 * What steers a running sandbox, for programs on the same machine and without a token: README, "Faults". JSON
 * must be labelled as such, so that no web page can send it from a browser.
 */
export function createControl({
  faults,
  requests,
}: ControlState): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>({ strict: false }).basePath('/sandbox');
  app.use(async (context, next) => {
    const address = context.env.incoming.socket.remoteAddress ?? '';
    if (loopback.test(address)) return next();
    return refuse(context, 403, 'The sandbox is steered from its own machine only.');
  });
  app.get('/faults', (context) => answerJson(context, listFaults(faults)));
  app.post(
    '/faults',
    bodyLimit({
      maxSize: maximumBytes,
      onError: (context) => {
        // The rest of the body is left unread.
        context.header('Connection', 'close');
        return refuse(context, 413, `The body is larger than ${maximumBytes} bytes.`);
      },
    }),
    (context) => addFaults(context, faults),
  );
  app.delete('/faults', (context) => {
    faults.clear();
    return context.body(null, 204);
  });
  app.delete('/faults/:id', (context) => {
    const id = context.req.param('id');
    return faults.remove(Number(id))
      ? context.body(null, 204)
      : refuse(context, 404, `There is no fault of the id ${id}.`);
  });
  app.get('/requests', (context) => answerJson(context, requests));
  app.delete('/requests', (context) => {
    requests.length = 0;
    return context.body(null, 204);
  });
  app.all('*', (context) =>
    refuse(
      context,
      404,
      'Here are GET, POST and DELETE of /sandbox/faults, DELETE of /sandbox/faults/ID, GET and DELETE of /sandbox/requests.',
    ),
  );
  return app;
}

async function addFaults(context: Context, faults: FaultRegistry): Promise<Response> {
  if (!/^application\/json\b/i.test(context.req.header('Content-Type') ?? '')) {
    return refuse(context, 415, 'Send JSON, with the header Content-Type: application/json.');
  }
  const raw = parseJson(await context.req.text());
  if (raw === undefined) return refuse(context, 400, 'The body is no JSON.');
  try {
    const plan = parseFaultPlan(raw);
    if (faults.list().length + plan.faults.length > maximumFaults) {
      return refuse(context, 400, `There can be ${maximumFaults} faults at a time: remove some.`);
    }
    const added = faults.addPlan(plan).map(({ id }) => id);
    return answerJson(context, { added, ...listFaults(faults) }, 201);
  } catch (error) {
    if (error instanceof FaultPlanError) return refuse(context, 400, ...error.problems);
    throw error;
  }
}

function listFaults(faults: FaultRegistry) {
  return { seed: faults.seed, faults: faults.list().map(describe) };
}

function describe({ id, seen, hits, fault }: ActiveFault) {
  return { id, seen, hits, fault };
}

function refuse(context: Context, status: ContentfulStatusCode, ...problems: string[]): Response {
  return answerJson(context, { problems }, status);
}

function answerJson(
  context: Context,
  value: unknown,
  status: ContentfulStatusCode = 200,
): Response {
  const text = JSON.stringify(value, nameWhatJsonCannotSay, 2);
  return context.body(`${text}\n`, status, { 'Content-Type': 'application/json' });
}

function nameWhatJsonCannotSay(_name: string, value: unknown): unknown {
  if (typeof value === 'function') return '(a function)';
  return value instanceof RegExp ? String(value) : value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
