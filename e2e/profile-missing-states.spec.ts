import { drawn, graphs } from './graph';
import { GROUP } from './pages';
import { percent, rawStates, samplesIn } from './raw-profile';
import { expect, test } from './test';

for (const view of ['overview', 'hotspots', 'inspect', 'functions', 'compare']) {
  test(`names the thread states of a link that the profile lacks, and resets them: ${view}`, async ({
    page,
  }) => {
    await page.goto(`${GROUP}?view=${view}&data=RUNNABLE,NOSUCH`);
    const note = page.getByRole('note', { name: 'Missing thread states' });
    await expect(note).toContainText(/no samples in NOSUCH, selected in this link.*RUNNABLE, /);
    await note.getByRole('button', { name: 'Reset thread states' }).click();
    await expect(page).not.toHaveURL(/data=/);
    await expect(note).toHaveCount(0);
    await expect(page.getByRole('radiogroup', { name: 'Data' }).getByLabel('CPU')).toBeChecked();
  });
}

test('names no missing thread state of a preset', async ({ page }) => {
  await page.goto('/profiles/sample-render-worker?data=cpu');
  await expect(page.getByText(/no samples in the selected thread states/)).toBeVisible();
  await expect(page.getByRole('note', { name: 'Missing thread states' })).toHaveCount(0);
});

test('keeps the graph of the other states of the link', async ({ page }) => {
  await page.goto(`${GROUP}?data=RUNNABLE,NOSUCH`);
  await drawn(graphs(page));
  await expect(page.getByRole('note', { name: 'Missing thread states' })).toBeVisible();
});

const HOUR = { from: '2026-11-24T13:00:00Z', to: '2026-11-24T14:00:00Z' };
const STATES = ['RUNNABLE', 'BLOCKED', 'NATIVE', 'WAITING', 'TIMED_WAITING', 'IDLE'];

test('lists the thread states to choose from with those of the raw profile', async ({ page }) => {
  const samples = await rawStates(page.request, HOUR);
  const all = samplesIn(samples, STATES);
  await page.goto(`${GROUP}?from=${HOUR.from}&to=${HOUR.to}`);
  await drawn(graphs(page));
  await page.getByRole('button', { name: 'Custom thread states' }).click();
  const states = page.getByRole('dialog', { name: 'Custom thread states' });
  await expect(states).toContainText('Share of all samples · samples');
  await expect(states.getByRole('checkbox')).toHaveCount(STATES.length);
  for (const state of STATES) {
    const count = samplesIn(samples, [state]);
    await expect(
      states.getByRole('checkbox', {
        name: `${state} ${percent(count, all)} · ${count.toLocaleString('en-US')}`,
        exact: true,
      }),
    ).toBeVisible();
  }
});

test('names the thread states of the raw profile when the chosen ones have no samples', async ({ page }) => {
  const samples = await rawStates(page.request, HOUR);
  const all = samplesIn(samples, STATES);
  await page.goto(`${GROUP}?from=${HOUR.from}&to=${HOUR.to}&data=NOSUCH`);
  const shares = STATES.map((state) => `${state} ${percent(samplesIn(samples, [state]), all)}`).join(', ');
  await expect(page.getByRole('main')).toContainText(
    `This profile has no samples in the selected thread states. Of all samples it has ${shares}.`,
  );
});
