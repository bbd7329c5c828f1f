import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { panel } from './pages';

/** Saves a file from the menu of a panel. */
export async function saved(
  page: Page,
  title: string,
  item: string,
): Promise<{ name: string; path: string }> {
  const name = `Menu of ${title}`;
  await panel(page, title).getByRole('button', { name, exact: true }).click();
  const download = page.waitForEvent('download');
  await page
    .getByRole('menu', { name, exact: true })
    .getByRole('menuitem', { name: item, exact: true })
    .click();
  const file = await download;
  return { name: file.suggestedFilename(), path: await file.path() };
}

/** The cells of a CSV file without quoted line breaks, its headings first. */
export async function cellsOf(path: string): Promise<string[][]> {
  const records = (await readFile(path, 'utf8')).replace(/^\ufeff/, '').split('\r\n');
  expect(records.pop()).toBe('');
  return records.map((record) =>
    [...record.matchAll(/(?<=^|,)(?:"((?:[^"]|"")*)"|([^,]*))(?=,|$)/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    ),
  );
}
