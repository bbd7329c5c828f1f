import type { Locator, Page } from '@playwright/test';
import { panel } from './pages';

/** The sentences above the graph of a profile. */
export const summary = (page: Page): Locator => page.getByRole('region', { name: 'Summary of the profile' });

/** The chart of the samples of aggregated profiles above a graph. */
export const strip = (page: Page): Locator =>
  panel(page, 'Flame graph').getByRole('slider', { name: /in the time shown/ });

/** The times that were chosen and those that the profile covers. */
export const times = (page: Page): Locator => page.getByLabel('Times of this profile');
