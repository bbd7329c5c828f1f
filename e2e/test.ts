// biome-ignore lint/style/noRestrictedImports: the one place that extends it
import { test as base, expect } from '@playwright/test';
import { watchTraffic } from './traffic';

export * from '@playwright/test';

/** Playwright's test, which also fails when a page throws an error that nothing catches. */
export const test = base.extend<{ uncaughtErrors: undefined }>({
  uncaughtErrors: [
    async ({ context }, use) => {
      watchTraffic(context);
      const errors: string[] = [];
      context.on('weberror', (error) => errors.push(error.error().stack ?? error.error().message));
      await use(undefined);
      expect(errors, 'errors that nothing caught').toEqual([]);
    },
    { auto: true },
  ],
});
