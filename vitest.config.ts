import { defineConfig } from 'vitest/config';

/** Files that replace or reload modules, or put a document into the process. */
const ALONE = '{bin,components,lib,app,bench}/**/*.alone.test.{ts,tsx}';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    // Vitest leaves one core free unless told otherwise: half the machine, where there are two.
    maxWorkers: '100%',
    env: {
      TZ: 'UTC',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    // Only what hangs takes this long: a busy machine needs many times the usual seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['{bin,components,lib,app,bench}/**/*.test.{ts,tsx}'],
          exclude: [ALONE],
          // A process for each file would load the SDK and most of the project again for each.
          isolate: false,
          setupFiles: ['bin/clean-process-for-test.ts'],
        },
      },
      { extends: true, test: { name: 'alone', include: [ALONE] } },
    ],
  },
});
