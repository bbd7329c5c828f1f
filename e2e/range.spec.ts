import { panel, settled } from './pages';
import { expect, type Page, test } from './test';

const banner = (page: Page) => page.getByRole('banner');

/** Pastes a text into the field From of the range picker. */
async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'From' }).evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', pasted);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Hides or shows the tab, as its browser would tell it. */
const setVisible = (page: Page, isVisible: boolean) =>
  page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    },
    isVisible ? 'visible' : 'hidden',
  );

/** Counts how often the page is rendered again. */
function countRefreshes(page: Page) {
  const refreshes = { count: 0 };
  page.on('request', (request) => {
    const headers = request.headers();
    if (headers.rsc && !headers['next-router-prefetch']) refreshes.count += 1;
  });
  return refreshes;
}

test('fills both fields from a pasted label or link', async ({ page }) => {
  await page.goto('/');
  await banner(page).getByRole('button', { name: 'Last 6 hours' }).click();
  await paste(page, '12 Nov 2026, 09:00 – 15:30 UTC');
  await expect(page.getByRole('textbox', { name: 'From' })).toHaveValue('2026-11-12 09:00');
  await expect(page.getByRole('textbox', { name: 'To' })).toHaveValue('2026-11-12 15:30');
  await paste(page, 'http://localhost/farms?from=2026-11-12T09:00:00.250Z&to=now&group=user');
  await expect(page.getByRole('textbox', { name: 'To' })).toHaveValue('now');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/from=2026-11-12T09:00:00\.250Z/);
});

test('says in the picker and for a link why a range can’t be shown', async ({ page }) => {
  await page.goto('/?from=2026-11-13T00:00:00Z&to=2026-11-12T00:00:00Z');
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'The time range in this link is invalid: the end must be after the start. Showing the last 6 hours.',
  );
  await banner(page).getByRole('button', { name: 'Last 6 hours' }).click();
  await page.getByRole('textbox', { name: 'From' }).fill('2026-02-30 09:00');
  await page.getByRole('textbox', { name: 'To' }).fill('noon');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('The calendar has no 2026-02-30.')).toBeVisible();
  await expect(page.getByText('“noon” is not a time.')).toBeVisible();
});

test('says that the refresh interval of a link is unknown', async ({ page }) => {
  await page.goto('/?refresh=7s');
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('The refresh interval in this link is unknown.');
  await alert.getByRole('button').first().click();
  await expect(page).not.toHaveURL(/refresh/);
  await expect(alert).toBeHidden();
});

test('reads an offset as a zone, and a + that the link did not escape', async ({ page }) => {
  await page.goto('/?from=2026-11-24T10:00:00+01:00&to=2026-11-24T12:00:00+01:00&tz=+05:30');
  await expect(banner(page).getByRole('button', { name: 'Time zone: UTC+05:30' })).toBeVisible();
  await expect(banner(page).getByRole('button', { name: '24 Nov 14:30 – 24 Nov 16:30' })).toBeVisible();
});

test('stops claiming the present in a tab that was left open', async ({ page }) => {
  await page.clock.install();
  await page.goto('/?from=now/d&to=now');
  await settled(page);
  const canaries = panel(page, 'Canaries');
  await expect(banner(page).getByRole('button', { name: 'Today' })).toBeVisible();
  await expect(canaries.getByText('as of 14:32')).toBeVisible();
  await setVisible(page, false);
  await page.clock.fastForward('12:00:00');
  await setVisible(page, true);
  await expect(banner(page).getByRole('button', { name: '24 Nov 00:00 – 24 Nov 14:32:10' })).toBeVisible();
  await expect(canaries.getByText('as of 24 Nov 14:32')).toBeVisible();
});

test('refreshes at the interval of the URL, and when the tab is shown again', async ({ page }) => {
  await page.clock.install();
  await page.goto('/?refresh=30s');
  await settled(page);
  await expect(
    banner(page).getByRole('button', { name: 'Auto-refresh: Every 30 s', exact: true }),
  ).toBeVisible();
  const refreshes = countRefreshes(page);
  await page.clock.fastForward(31_000);
  await expect.poll(() => refreshes.count).toBe(1);
  await expect(banner(page).getByRole('button', { name: 'Refresh', exact: true })).toHaveAttribute(
    'aria-busy',
    'false',
  );
  await setVisible(page, false);
  await page.clock.fastForward(31_000);
  await setVisible(page, true);
  await expect.poll(() => refreshes.count).toBe(2);
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Costs' }).click();
  await expect(page).toHaveURL(/\/farms\?refresh=30s/);
});

test('never refreshes a range that is over', async ({ page }) => {
  await page.clock.install();
  await page.goto('/?from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z&refresh=30s');
  await settled(page);
  await expect(banner(page).getByRole('button', { name: 'Auto-refresh: Every 30 s, paused' })).toBeVisible();
  const refreshes = countRefreshes(page);
  await page.clock.fastForward('10:00');
  await banner(page).getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect.poll(() => refreshes.count).toBe(1);
});

test.describe('the menu of time zones', () => {
  const button = (page: Page) => banner(page).getByRole('button', { name: /^Time zone/ });
  const search = (page: Page) => page.getByRole('combobox', { name: 'Find a time zone' });
  const options = (page: Page) => page.getByRole('listbox', { name: 'Time zones' }).getByRole('option');

  test('offers UTC, the browser’s zone and recent ones, with their offsets at the end of the range', async ({
    page,
  }) => {
    await page.goto('/?from=2026-07-01T00:00:00Z&to=2026-07-02T00:00:00Z');
    await button(page).click();
    await expect(options(page)).toHaveCount(2);
    await expect(options(page).first()).toHaveText('UTCUTC');
    await expect(options(page).last()).toHaveText(/^BerlinEurope\/Berlin.*this browserUTC\+02:00$/);
    await search(page).fill('tokyo');
    await options(page).first().click();
    await expect(page).toHaveURL(/tz=Asia(\/|%2F)Tokyo/);
    await page.goto('/farms?from=2026-12-01T00:00:00Z&to=2026-12-02T00:00:00Z');
    await button(page).click();
    await expect(options(page)).toHaveCount(3);
    await expect(options(page).nth(1)).toContainText('UTC+01:00');
    await expect(options(page).nth(2)).toHaveText(/^TokyoAsia\/Tokyo.*UTC\+09:00$/);
  });

  test('finds a zone by a city, a country, an abbreviation and an offset, with the keyboard', async ({
    page,
  }) => {
    await page.goto('/');
    await settled(page);
    await button(page).focus();
    await page.keyboard.press('Enter');
    await expect(search(page)).toBeFocused();
    for (const [text, name] of [
      ['são pau', 'Sao Paulo'],
      ['Nepal', 'Kathmandu'],
      ['IST', 'Kolkata'],
      ['pst', 'Los Angeles'],
    ] as const) {
      await search(page).fill(text);
      await expect(options(page).filter({ hasText: name })).toHaveCount(1);
    }
    await search(page).fill('america');
    await expect(options(page)).toHaveCount(12);
    await expect(page.getByText(/\d+ more\. Type on to find them\./)).toBeVisible();
    await search(page).fill('nowhere');
    await expect(page.getByText('No zone has this name, country or offset.')).toBeVisible();
    await search(page).fill('+05:45');
    await expect(options(page).first()).toHaveText('UTC+05:45UTC+05:45');
    await expect(options(page).nth(1)).toContainText('Asia/Kathmandu');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/tz=Asia(\/|%2F)Kathmandu/);
    await expect(button(page)).toBeFocused();
    await page.goBack();
    await expect(button(page)).toHaveAccessibleName('Time zone: UTC');
  });
});
