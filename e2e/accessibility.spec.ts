import AxeBuilder from '@axe-core/playwright';
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

for (const colorScheme of ['light', 'dark'] as const) {
  for (const name of PAGES) {
    test(`has no serious axe violations on the ${name} page, ${colorScheme}`, async ({ page, request }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto((await allPages(request))[name] ?? '');
      await settled(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    });
  }
}
