import { expectNoSeriousViolationsInBothSchemes } from './axe';
import { allPages, settled } from './pages';
import { test } from './test';

const PAGES = [
  'overview',
  'list of profiling groups',
  'profile',
  'list of farms',
  'farm',
  'list of canaries',
  'canary',
];

for (const name of PAGES) {
  test(`has no serious axe violations on the ${name} page, light and dark`, async ({ page, request }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto((await allPages(request))[name] ?? '');
    await settled(page);
    await expectNoSeriousViolationsInBothSchemes(page);
  });
}
