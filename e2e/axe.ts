import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The rules of axe that depend on colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** In its legacy mode axe opens no page of its own, which only pages with frames of other sites need. */
const axe = (page: Page) => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });

export async function violationsOf(page: Page) {
  await endOfTransitions(page);
  return (await axe(page).analyze()).violations;
}

/** Changes the open page to the dark scheme. Returns what axe finds in its colours, the only difference to the light one. */
export async function darkViolationsOf(page: Page) {
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await endOfTransitions(page);
  return (await axe(page).withRules(COLOUR_RULES).analyze()).violations;
}

/** Expects no serious violation in the present scheme. */
export async function expectNoSeriousViolations(page: Page): Promise<void> {
  const serious = (await violationsOf(page)).filter(({ impact }) => /serious|critical/.test(impact ?? ''));
  expect(serious.map(told), page.url()).toEqual([]);
}

/** Expects no serious violation of a page in the light scheme, and none in the colours of the dark one, to which it is changed. */
export async function expectNoSeriousViolationsInBothSchemes(page: Page): Promise<void> {
  await expectNoSeriousViolations(page);
  expect((await darkViolationsOf(page)).map(told), page.url()).toEqual([]);
}

/** A violation in a line: its rule and the first element. */
export const told = ({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`;

/** Waits until no colour is on its way to another one. */
async function endOfTransitions(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) => playState !== 'running' || effect?.getTiming().iterations === Infinity,
      ),
  );
}
