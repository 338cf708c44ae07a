import { parseApiEnvironment } from '#config';
import { createClient } from './lib/create-client.ts';
import { createOutput } from './lib/api/output.ts';
import { showCatalogs } from './lib/api/show-catalogs.ts';
import { showCourse } from './lib/api/show-course.ts';
import { showLearners } from './lib/api/show-learners.ts';
import { showSubscriptions } from './lib/api/show-subscriptions.ts';
import type { View } from './lib/api/view.ts';
import { readArguments, runCommand, UsageError } from './lib/run-command.ts';

const usage = `Usage: npm run api -- VIEW [options]

  catalogs             the catalogs that the credentials may see
  course CATALOG KEY   one course of a catalog, with its runs
  subscriptions        subscription plans and their licenses; --current: only the one that runs now
  learners             enrollments and progress; --ordering FIELD, -FIELD for descending

  --customer UUID      whose plans and learners; by default ENTERPRISE_CUSTOMER_UUID, else what the
                       credentials are for
  --json               for programs: the API's own names`;

const views: Record<string, { view: View; argumentCount: number }> = {
  catalogs: { view: showCatalogs, argumentCount: 0 },
  course: { view: showCourse, argumentCount: 2 },
  subscriptions: { view: showSubscriptions, argumentCount: 0 },
  learners: { view: showLearners, argumentCount: 0 },
};

/** An operator waits for the answer: one that has trouble is said soon. */
const tries = 3;

/** Who watches is told why it takes long; a program gets one line, the error's. */
function warn(message: string): void {
  if (process.stderr.isTTY) console.warn(message);
}

await runCommand(async () => {
  const { values, positionals } = readArguments(
    {
      customer: { type: 'string' },
      json: { type: 'boolean', default: false },
      current: { type: 'boolean', default: false },
      ordering: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
    usage,
  );
  if (values.help) {
    console.log(usage);
    return;
  }
  const [name = '', ...parameters] = positionals;
  const chosen = Object.hasOwn(views, name) ? views[name] : undefined;
  if (chosen === undefined) {
    throw new UsageError(
      `${name === '' ? 'No view is named.' : `"${name}" is no view.`}\n${usage}`,
    );
  }
  if (parameters.length !== chosen.argumentCount) {
    throw new UsageError(`"${name}" takes ${chosen.argumentCount} arguments.\n${usage}`);
  }
  const environment = parseApiEnvironment(process.env);
  const { client, close } = createClient(environment, { tries, warn });
  try {
    await chosen.view({
      client,
      output: createOutput(process.stdout, values.json),
      parameters,
      customer: values.customer ?? environment.enterpriseCustomer,
      isCurrentOnly: values.current,
      ordering: values.ordering,
    });
  } finally {
    await close();
  }
});
