import { darkViolationsOf, told, violationsOf } from './axe';
import { allPages, settled } from './pages';
import { expect, test } from './test';

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
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto((await allPages(request))[name] ?? '');
    await settled(page);
    const light = await violationsOf(page);
    const serious = light.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(told)).toEqual([]);
    expect((await darkViolationsOf(page)).map(told)).toEqual([]);
  });
}
