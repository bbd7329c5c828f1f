import { functionKey } from '@/lib/profile/tree/path-key';
import { darkViolationsOf, told, violationsOf } from './axe';
import { drawn, flameGraph, graphs } from './graph';
import { GROUP, panel, settled } from './pages';
import { expect, type Page, test } from './test';

const view = (page: Page, name: string) => page.getByRole('radiogroup', { name: 'View' }).getByText(name);

test('switches between views, which the URL holds and Back undoes', async ({ page }) => {
  await page.goto(GROUP);
  await drawn(graphs(page));
  await view(page, 'Hotspots').click();
  await expect(page).toHaveURL(/view=hotspots/);
  await expect(panel(page, 'Hotspots')).toContainText('samples');
  await drawn(graphs(page));
  await view(page, 'Functions').click();
  await expect(page).toHaveURL(/view=functions/);
  await expect(panel(page, 'Top functions').getByRole('row').nth(5)).toContainText('%');
  await expect(graphs(page)).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(/view=hotspots/);
  await drawn(graphs(page));
});

test('zooms hotspots along the callers and keeps the zoom in the link', async ({ page }) => {
  await page.goto(`${GROUP}?view=hotspots`);
  await drawn(graphs(page));
  await flameGraph(page).focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await flameGraph(page).press(key);
  await expect(page).toHaveURL(/focus=[0-9a-z]{8,14}\.[0-9a-z]{8,14}/);
  const path = page.getByRole('navigation', { name: 'Focused frame' });
  await expect(path.locator('[aria-current]')).toBeVisible();
  const text = await path.innerText();
  await page.reload();
  await expect(path).toHaveText(text.replaceAll('\n', ''));
  await path.getByRole('button', { name: 'All samples' }).click();
  await expect(page).not.toHaveURL(/focus=/);
});

test('inspects a function from the table, from a graph and by its name', async ({ page }) => {
  await page.goto(`${GROUP}?view=functions&order=self`);
  const rows = panel(page, 'Top functions').getByRole('row');
  const name = (await rows.nth(1).getByRole('button').first().getAttribute('aria-label')) ?? '';
  await rows.nth(1).getByRole('button').first().click();
  await expect(page).toHaveURL(/view=inspect&|&view=inspect|view=inspect$/);
  const shown = panel(page, 'Inspected function');
  await expect(shown).toContainText('of all samples');
  await expect(shown.getByRole('combobox', { name: 'Function to inspect' })).toHaveValue(
    new RegExp(name.replace(/[^\w.]/g, '.')),
  );
  const callers = page.getByRole('application', { name: /^Callers/ });
  await drawn(callers, 2);
  const before = page.url();
  await callers.focus();
  for (const key of ['ArrowUp', 'Enter']) await callers.press(key);
  await expect(page).not.toHaveURL(before);
  await page.goBack();
  await expect(page).toHaveURL(before);
  // The name of the function that the page goes back to replaces what is typed before it has arrived.
  await settled(page);
  const choice = shown.getByRole('combobox', { name: 'Function to inspect' });
  await choice.fill('HashMap.resize');
  await page.getByRole('option', { name: /HashMap\.resize/ }).click();
  await expect(choice).toHaveValue(/HashMap\.resize/);
});

test('finds matches among the callers of an inspected function and shows both graphs as trees', async ({
  page,
}) => {
  await page.goto(
    `${GROUP}?view=inspect&inspected=${functionKey('java.util:HashMap:resize')}&search=Controller`,
  );
  const callers = page.getByRole('application', { name: /^Callers/ });
  await drawn(callers, 2);
  const status = page.getByRole('toolbar').getByRole('status');
  await page.getByRole('textbox', { name: 'Search frames' }).press('Enter');
  await expect(status).toContainText(/match 1 of \d+/);
  await page.getByRole('button', { name: 'Show as a tree: Callers' }).click();
  await expect(
    page.getByRole('treegrid', { name: 'Callers as a tree' }).getByRole('row').nth(1),
  ).toContainText('java.util:HashMap:resize');
  await page.getByRole('button', { name: 'Show as a tree: Callees' }).click();
  await expect(page.getByRole('treegrid', { name: 'Callees as a tree' })).toBeVisible();
});

test('asks for a function to inspect, on a wide screen too', async ({ page }) => {
  await page.setViewportSize({ width: 2560, height: 1300 });
  await page.goto(`${GROUP}?view=inspect`);
  const shown = panel(page, 'Inspected function');
  await expect(shown).toContainText('Choose a function to see its callers');
  await settled(page);
  await expect(shown).toContainText('Choose a function to see its callers');
  await shown.getByRole('combobox', { name: 'Function to inspect' }).fill('HashMap.resize');
  await page.getByRole('option', { name: /HashMap\.resize/ }).click();
  await expect(shown).toContainText('of all samples');
});

test('keeps the sort order of the functions in the link and renders few rows', async ({ page }) => {
  await page.goto(`${GROUP}?view=functions`);
  const table = panel(page, 'Top functions').getByRole('table');
  await expect(table.getByRole('row').nth(5)).toBeVisible();
  await table.getByRole('button', { name: 'Function' }).click();
  await expect(page).toHaveURL(/order=name/);
  await expect(table.getByRole('columnheader', { name: 'Function' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  expect(Number(await table.getAttribute('aria-rowcount'))).toBeGreaterThan(100);
  expect(await table.getByRole('row').count()).toBeLessThan(60);
  await page.reload();
  await expect(table.getByRole('columnheader', { name: 'Function' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
});

test('sums custom thread states and reports a choice without samples', async ({ page }) => {
  await page.goto(GROUP);
  await drawn(graphs(page));
  await page.getByRole('button', { name: 'Custom thread states' }).click();
  await page.getByRole('checkbox', { name: /^IDLE/ }).check();
  await expect(page).toHaveURL(/data=IDLE/);
  await expect(panel(page, 'Flame graph')).toContainText(/samples · IDLE/);
  await page.goto(`${GROUP}?data=WALL_TIME`);
  await expect(panel(page, 'Flame graph')).toContainText(
    /no samples in the selected thread states.*RUNNABLE/,
  );
  await page.getByRole('button', { name: 'Show all thread states' }).click();
  await drawn(graphs(page));
});

test('shows a list of the states of CPU as CPU, and keeps its boxes ticked', async ({ page }) => {
  await page.goto(`${GROUP}?data=RUNNABLE,NATIVE,BLOCKED`);
  await drawn(graphs(page));
  const custom = page.getByRole('button', { name: 'Custom thread states' });
  await expect(page.getByRole('radio', { name: 'CPU' })).toBeChecked();
  await expect(custom).toHaveText('Custom');
  await custom.click();
  for (const state of ['RUNNABLE', 'NATIVE', 'BLOCKED'])
    await page.getByRole('checkbox', { name: new RegExp(`^${state}`) }).check();
  await expect(page).toHaveURL(/data=cpu/);
  await expect(page.getByRole('checkbox', { name: /^RUNNABLE/ })).toBeChecked();
  await page.getByRole('checkbox', { name: /^WAITING/ }).check();
  await expect(page).toHaveURL(/data=RUNNABLE,NATIVE,BLOCKED,WAITING/);
});

test('keeps colours, root, order and recursion in the link', async ({ page }) => {
  await page.goto(GROUP);
  await drawn(graphs(page));
  await page.getByRole('button', { name: 'Display' }).click();
  const options = page.getByRole('dialog');
  await options.getByText('Thread state').click();
  await expect(page).toHaveURL(/colours=state/);
  await expect(page.getByRole('list', { name: 'Colours' })).toContainText('RUNNABLE');
  await options.getByText('My code').click();
  await options.getByRole('textbox', { name: 'My code starts with' }).fill('com.acme');
  await expect(page).toHaveURL(/mine=com.acme/);
  await expect(page.getByRole('list', { name: 'Colours' })).toContainText(/My code \d/);
  await options.getByText('At the bottom (flame)').click();
  await options.getByText('By weight').click();
  await options.getByRole('switch', { name: 'Fold direct recursion' }).click();
  await expect(page).toHaveURL(/root=bottom/);
  await expect(page).toHaveURL(/siblings=weight/);
  await expect(page).toHaveURL(/recursion=folded/);
  await page.reload();
  await drawn(graphs(page));
  await expect(page.getByRole('list', { name: 'Colours' })).toContainText('My code');
});

test('reports unreadable parameters of a link and fixes it', async ({ page }) => {
  await page.goto(`${GROUP}?view=pie&hidden=x&order=9&colours=red&siblings=up&inspected=%2F`);
  const notice = page.getByRole('main').getByRole('alert');
  await expect(notice).toContainText('The view in this link is unknown');
  await expect(notice).toContainText('hidden functions');
  await drawn(graphs(page));
  await notice.getByRole('button', { name: 'Fix the link' }).click();
  await expect(notice).toHaveCount(0);
  await expect(page).not.toHaveURL(/view=pie/);
});

for (const name of ['hotspots', 'inspect', 'functions']) {
  test(`has no accessibility violations in the view ${name}, light and dark`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(`${GROUP}?view=${name}&colours=state&search=Cart`);
    await settled(page);
    expect((await violationsOf(page)).map(told)).toEqual([]);
    expect((await darkViolationsOf(page)).map(told)).toEqual([]);
  });
}
