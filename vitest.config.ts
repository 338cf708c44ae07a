import { defineConfig } from 'vitest/config';

const setupFiles = ['src/test/fail-on-console.ts'];
const buildTests = 'src/test/build/**/*.test.ts';
const browserTests = 'src/test/browser/**/*.test.ts';
const adminTests = 'src/test/admin/**/*.test.ts';
const longTests = 'src/test/long/**/*.test.ts';

// Each project is one suite of `npm test`; plain Node, without Astro's plugins.
export default defineConfig({
  // As `astro.config.mjs` writes it into the code.
  define: { __LANGUAGES__: JSON.stringify(['en']) },
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [buildTests, browserTests, adminTests, longTests],
          setupFiles: [...setupFiles, 'src/test/check-sandbox-answers.ts'],
          // Generous, for machines that do other things at the same time.
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'build',
          include: [buildTests],
          // Renders share Astro's working folder.
          fileParallelism: false,
          setupFiles,
          globalSetup: 'src/test/build/provide-sample-site.ts',
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: [browserTests],
          fileParallelism: false,
          setupFiles,
          globalSetup: 'src/test/browser/provide-browser.ts',
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'admin',
          include: [adminTests],
          setupFiles,
          globalSetup: 'src/test/admin/provide-site.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'long',
          include: [longTests],
          fileParallelism: false,
          setupFiles,
          globalSetup: 'src/test/browser/provide-browser.ts',
          testTimeout: 900_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
