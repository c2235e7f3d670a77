import { defineConfig } from 'vitest/config';

/** The database server starts only for runs that contain tests of the project `server` or `e2e`. */
const withDatabase = {
  globalSetup: ['apps/server/src/testing/global-setup.ts'],
  // A busy machine may need seconds for what a quiet one shows at once.
  expect: { poll: { timeout: 10_000 } },
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    // The machine's cores are shared with the database server and, end to end, with a browser.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'pure',
          include: ['packages/**/*.test.ts', 'apps/{api,cli,web}/**/*.test.{ts,tsx}', 'bench/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      { test: { name: 'server', include: ['apps/server/**/*.test.ts'], ...withDatabase } },
      { test: { name: 'e2e', include: ['e2e/**/*.test.ts'], ...withDatabase } },
    ],
  },
});
