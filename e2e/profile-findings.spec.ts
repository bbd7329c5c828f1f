import { GROUP, panel, settled } from './pages';
import { strip, times } from './profile-page';
import { expect, type Page, test } from './test';

const graphPanel = (page: Page) => panel(page, 'Flame graph');
const graph = (page: Page) => graphPanel(page).getByRole('application');

test.describe('the strip of profiles', () => {
  test('widens a range to whole profiles and shows both with the coverage', async ({ page }) => {
    await page.goto(`${GROUP}?from=2026-11-24T10:03:00Z&to=2026-11-24T11:02:00Z&tz=Europe/Berlin`);
    await expect(times(page)).toContainText('24 Nov 2026, 11:03 – 12:02 UTC+01:00');
    await expect(times(page)).toContainText('Requested24 Nov 2026, 11:00 – 12:05 UTC+01:00');
    await expect(times(page)).toContainText('Coveredall of it');
    await expect(times(page)).toContainText('Agent last seen24 Nov 2026');
  });

  test('shows that days are UTC days', async ({ page }) => {
    await page.goto(`${GROUP}?tz=Europe/Berlin`);
    await graphPanel(page).getByRole('radiogroup', { name: 'Profiles of' }).getByText('Days').click();
    await expect(graphPanel(page)).toContainText('Days are UTC days');
    await expect(page).toHaveURL(/strip=P1D/);
    await page.goto(`${GROUP}?strip=P1D`);
    await expect(graphPanel(page)).toContainText('profiles of a day');
    await expect(graphPanel(page).getByRole('radio', { name: 'Days' })).toBeChecked();
    await expect(graphPanel(page)).not.toContainText('Days are UTC days');
  });

  test('picks one profile by a click, several by dragging, and steps by buttons', async ({ page }) => {
    await page.goto(`${GROUP}?from=2026-11-24T09:00:00Z&to=2026-11-24T13:00:00Z`);
    await expect(strip(page)).toHaveAccessibleName(/^48 profiles/);
    await settled(page);
    const box = await strip(page).boundingBox();
    if (!box) throw new Error('The strip has no box');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.26, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.49, y, { steps: 5 });
    await page.mouse.up();
    await expect(page).toHaveURL(/from=2026-11-24T10:00:00.000Z&to=2026-11-24T11:00:00.000Z/);
    await expect(times(page)).toContainText('10:00 – 11:00 UTC');
    await strip(page).click({ position: { x: 3, y: box.height / 2 } });
    await expect(page).toHaveURL(/to=2026-11-24T09:05:00.000Z/);
    await page.getByRole('button', { name: 'Next profile' }).click();
    await expect(page).toHaveURL(/from=2026-11-24T09:05:00.000Z&to=2026-11-24T09:10:00.000Z/);
    await page.getByRole('button', { name: 'Previous profile' }).click();
    await expect(page).toHaveURL(/from=2026-11-24T09:00:00.000Z/);
  });

  test('picks one or several profiles by keys', async ({ page }) => {
    await page.goto(`${GROUP}?from=2026-11-24T09:00:00Z&to=2026-11-24T13:00:00Z`);
    await strip(page).focus();
    await strip(page).press('Home');
    await expect(strip(page)).toHaveAttribute(
      'aria-valuetext',
      /^24 Nov 2026, 09:00 – 09:05 UTC, [\d,]+ samples: RUNNABLE [\d,]+, BLOCKED \d+, NATIVE [\d,]+$/,
    );
    await strip(page).press('ArrowRight');
    await strip(page).press('Shift+ArrowRight');
    await expect(strip(page)).toHaveAttribute(
      'aria-valuetext',
      /^24 Nov 2026, 09:05 – 09:15 UTC, [\d,]+ samples: /,
    );
    await strip(page).press('Enter');
    await expect(page).toHaveURL(/from=2026-11-24T09:05:00.000Z&to=2026-11-24T09:15:00.000Z/);
  });
});

test('shows recommendations with shares and advice, linked to their frames', async ({ page }) => {
  await page.goto(`${GROUP}?from=2026-11-24T02:00:00Z&to=2026-11-24T14:00:00Z`);
  const findings = panel(page, 'Recommendations');
  await findings.scrollIntoViewIfNeeded();
  const first = findings.getByRole('list', { name: 'Recommendations' }).getByRole('listitem').first();
  await expect(first).toContainText(/\d %\s*of all samples, by AWS/);
  await expect(first).toContainText(/[\d.]+ %(, .*)?, of CPU in this graph/);
  await expect(findings).toContainText('in any thread state');
  await expect(findings).toContainText('of the graph and the table are of RUNNABLE, BLOCKED, NATIVE only');
  await first.getByText(/^(Where|The \d+ most costly)$/).click();
  await first.getByRole('list').getByRole('button').first().click();
  await expect(page).toHaveURL(/focus=/);
  await expect(page).not.toHaveURL(/data=/);
  await expect(graph(page)).toBeInViewport();
  await expect(graph(page)).toBeFocused();
  await expect(page.getByRole('navigation', { name: 'Focused frame' })).toContainText('All samples');
  await expect(page.getByText('is not in this profile')).toHaveCount(0);
  await findings.scrollIntoViewIfNeeded();
  await first.getByRole('button', { name: 'Show frames' }).click();
  await expect(page).toHaveURL(/search=/);
  await expect(page).not.toHaveURL(/focus=|data=/);
  await expect(graphPanel(page)).toContainText(/ % of all samples in \d+ functions?/);
});

test('shows the trend of a function in the table and in its inspection, read by keys', async ({ page }) => {
  await page.goto(`${GROUP}?from=2026-11-24T06:00:00Z&to=2026-11-24T14:00:00Z`);
  const row = panel(page, 'Top functions').getByRole('row').nth(3);
  await row.hover();
  await row.getByRole('button', { name: /^Trend of/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Trend of/ });
  await expect(dialog.getByRole('slider', { name: 'Share over time' })).toBeVisible();
  await page.keyboard.press('Escape');
  await row.getByRole('button', { name: /.*/ }).first().click();
  const trend = panel(page, 'Inspected function').getByRole('slider', { name: 'Share over time' });
  await trend.focus();
  await trend.press('Home');
  await expect(trend).toHaveAttribute('aria-valuetext', /^[\d.]+ %, 24 Nov 2026, 06:00 – 06:05 UTC$/);
  await trend.press('ArrowRight');
  await expect(trend).toHaveAttribute('aria-valuetext', /06:05 – 06:10 UTC$/);
});

test('reports a group without recommendations', async ({ page }) => {
  await page.goto('/profiles/captured-python-agent');
  await page.getByRole('button', { name: 'Go to the newest data' }).click();
  const findings = panel(page, 'Recommendations');
  await findings.scrollIntoViewIfNeeded();
  await expect(findings).toContainText('nothing to recommend');
});
