import { readFile } from 'node:fs/promises';
import { farmFigures, farmPath, panel } from './pages';
import { saved } from './saved-files';
import { expect, type Page, test } from './test';

const QUERY = 'from=2026-11-10T00:00:00Z&to=2026-11-16T00:00:00Z&compare=none';

const chart = (page: Page) => panel(page, 'Cost').getByRole('slider', { name: 'Cost by bar' });
const legend = (page: Page) => panel(page, 'Cost').getByRole('listitem');
const rangeOf = (page: Page) => {
  const { searchParams } = new URL(page.url());
  return [searchParams.get('from'), searchParams.get('to')];
};

/** The middle of a bar, from the left of the chart's picture: bars of six days have equal parts of its plot. */
async function barMiddle(page: Page, bar: number): Promise<{ x: number; y: number }> {
  await chart(page).scrollIntoViewIfNeeded();
  const box = await chart(page).boundingBox();
  if (!box) throw new Error('The chart is not on the page.');
  const left = 56;
  return { x: box.x + left + ((bar + 0.5) * (box.width - left)) / 6, y: box.y + 215 };
}

test('isolates a group by the legend or its bar, and shows all again', async ({ page, request }) => {
  await page.goto(`${await farmPath(request)}?${QUERY}`);
  await expect(farmFigures(page)).toContainText(/Total cost\s*\$\d/);
  await expect(legend(page)).toHaveCount(6);
  const [first] = await legend(page).allTextContents();
  const button = legend(page).first().getByRole('button');
  await button.click();
  await expect(farmFigures(page)).toContainText(/Cost of queue [a-z]+\s*\$\d/);
  await expect(page).toHaveURL(/queues=queue-/);
  await expect(legend(page)).toHaveText([first ?? '']);
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await button.click();
  await expect(farmFigures(page)).toContainText(/Total cost\s*\$\d/);
  await expect(page).not.toHaveURL(/queues=/);
  await expect(legend(page)).toHaveCount(6);

  const { x, y } = await barMiddle(page, 2);
  await page.mouse.click(x, y);
  await expect(page).toHaveURL(/queues=queue-/);
  await expect(farmFigures(page)).toContainText(/Cost of queue [a-z]+\s*\$\d/);
  await page.goBack();
  await expect(farmFigures(page)).toContainText(/Total cost\s*\$\d/);
});

test('reads bars where the axes place them', async ({ page, request }) => {
  await page.goto(`${await farmPath(request)}?${QUERY}`);
  await expect(farmFigures(page)).toContainText(/Total cost\s*\$\d/);
  const middlesOf = (selector: string) =>
    chart(page)
      .locator(selector)
      .evaluateAll((parts) =>
        parts
          .map((part) => part.getBoundingClientRect())
          .map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 })),
      );
  for (const bar of [0, 1, 2, 3, 4, 5]) {
    await expect(async () => {
      const { x, y } = await barMiddle(page, bar);
      await page.mouse.move(x, y);
      const days = await middlesOf('.recharts-xAxis-tick-lines line');
      const amounts = await middlesOf('.recharts-cartesian-grid-horizontal line');
      const [band] = await middlesOf('[class*="pointed"]');
      expect(days).toHaveLength(6);
      expect(Math.abs((band?.x ?? 0) - (days[bar]?.x ?? 0))).toBeLessThan(0.5);
      const [bottom, top] = [amounts[0]?.y ?? 0, amounts.at(-1)?.y ?? 0];
      expect(Math.abs((band?.y ?? 0) - (bottom + top) / 2)).toBeLessThan(0.5);
      const height = await chart(page)
        .locator('[class*="pointed"]')
        .evaluate((pointed) => pointed.getBoundingClientRect().height, undefined, { timeout: 1000 });
      expect(Math.abs(height - (bottom - top))).toBeLessThan(0.5);
    }).toPass();
  }
});

test('zooms the range to the bars that the mouse is dragged over', async ({ page, request }) => {
  await page.goto(`${await farmPath(request)}?${QUERY}`);
  await expect(farmFigures(page)).toContainText(/Total cost\s*\$\d/);
  await expect(legend(page)).toHaveCount(6);
  const [from, to] = [await barMiddle(page, 1), await barMiddle(page, 3)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await expect(
    page.getByText(/^11 Nov 2026, 00:00 – 14 Nov 2026, 00:00 UTC · 3 d · 3 bars, \$/),
  ).toBeVisible();
  await page.mouse.up();
  await expect.poll(() => rangeOf(page)).toEqual(['2026-11-11T00:00:00.000Z', '2026-11-14T00:00:00.000Z']);
  await page.goBack();
  await expect.poll(() => rangeOf(page)).toEqual(['2026-11-10T00:00:00Z', '2026-11-16T00:00:00Z']);
});

test('reads, selects and zooms a chart by the keys', async ({ page, request }) => {
  await page.goto(`${await farmPath(request)}?${QUERY}`);
  await expect(farmFigures(page)).toContainText(/Total cost\s*\$\d/);
  await legend(page).first().getByRole('button').focus();
  await page.keyboard.press('Shift+Tab');
  await expect(chart(page)).toBeFocused();
  await expect(chart(page)).toHaveAttribute('aria-valuetext', /^15 Nov 2026 UTC: /);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(chart(page)).toHaveAttribute('aria-valuetext', /^11 Nov 2026 UTC: \$[\d.,]+\. lighting \$/);
  await expect(panel(page, 'Cost')).toContainText('Enter zooms to this bar.');
  await page.keyboard.press('ArrowDown');
  await expect(chart(page)).toHaveAttribute('aria-valuetext', /^lighting \$[\d.,]+, 11 Nov 2026 UTC$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/queues=queue-/);
  await expect(farmFigures(page)).toContainText(/Cost of queue [a-z]+\s*\$\d/);
  await page.goBack();
  await expect(farmFigures(page)).toContainText(/Total cost\s*\$\d/);
  await chart(page).press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(chart(page)).toHaveAttribute('aria-valuetext', /^2 bars from 10 Nov 2026 UTC to 11 Nov/);
  await page.keyboard.press('Escape');
  await expect(panel(page, 'Cost')).not.toContainText('Enter zooms');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => rangeOf(page)).toEqual(['2026-11-10T00:00:00.000Z', '2026-11-12T00:00:00.000Z']);
});

test('shows as many groups as chosen and sums the others, together or in separate charts on one scale', async ({
  page,
  request,
}) => {
  await page.goto(`${await farmPath(request)}?${QUERY}`);
  await expect(farmFigures(page)).toContainText(/Total cost\s*\$\d/);
  await expect(legend(page)).toHaveCount(6);
  const all = await legend(page).allTextContents();
  await page.getByRole('combobox', { name: 'Groups in the charts' }).click();
  await page.getByRole('option', { name: 'Top 2' }).click();
  await expect(page).toHaveURL(/top=2/);
  await expect(legend(page)).toHaveText([...all.slice(0, 2), /^4 others/]);
  await page.getByText('Separate', { exact: true }).click();
  await expect(page).toHaveURL(/charts=separate/);
  const sliders = panel(page, 'Cost').getByRole('slider');
  await expect(sliders).toHaveCount(3);
  const names = all.map((text) => text.replace(/\$.*/, ''));
  await expect(sliders.nth(1)).toHaveAttribute('aria-label', `Cost of ${names[1]} by bar`);
  const scales = () =>
    sliders.evaluateAll((charts) => {
      const amounts = charts.map((one) =>
        [...one.querySelectorAll('svg text')]
          .map((text) => text.textContent)
          .filter((text) => text.startsWith('$')),
      );
      return [...new Set(amounts.map((labels) => labels.join(' ')))];
    });
  await expect.poll(scales).toEqual([expect.stringMatching(/^\$\S+ \$/)]);
  await page.reload();
  await expect(sliders).toHaveCount(3);

  const { path } = await saved(page, 'Cost', 'SVG');
  const svg = await readFile(path, 'utf8');
  for (const name of [...names.slice(0, 2), '4 others']) expect(svg).toContain(`>${name}</text>`);
});
