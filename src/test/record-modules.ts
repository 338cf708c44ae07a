import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

/** Preloaded by a test: writes down every module that the process loads, one URL a line. */
const record = process.env['RECORDED_MODULES'];

if (record !== undefined) {
  registerHooks({
    resolve(specifier, context, next) {
      const resolved = next(specifier, context);
      appendFileSync(record, `${resolved.url}\n`);
      return resolved;
    },
  });
}
