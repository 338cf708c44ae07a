import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createOpenApiDocument } from '#openapi';

const usage = `Usage: npm run openapi -- [options]

  --out FILE   where to write the document (default .prospectus/openapi.json)`;

try {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: '.prospectus/openapi.json' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) console.log(usage);
  else writeDocument(values.out);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 2;
}

function writeDocument(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(createOpenApiDocument(), undefined, 2)}\n`);
  console.log(file);
}
