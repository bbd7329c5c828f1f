import { expectNoSeriousViolationsInBothSchemes, told, violationsOf } from './axe';
import { share } from './kept-picture';
import { expectNoSidewaysScroll, settled } from './pages';
import { NOTES, TEST_NOW } from './servers';
import { type APIRequestContext, expect, type Page, test } from './test';
import { TriptychProcess } from './triptych-process';

// One dashboard for all; each test has a day of its own.
test.describe.configure({ mode: 'default' });
test.use({ baseURL: `http://127.0.0.1:${NOTES.port}` });

const TOKEN = 'a-token-of-sixteen-characters';
const SCRIPT = '<img src=x onerror=document.title=1>';

let triptych: TriptychProcess;

test.beforeAll(async () => {
  const ports = ['--port', String(NOTES.port), '--local-aws-port', String(NOTES.localAwsPort)];
  const data = test.info().outputPath('data');
  triptych = new TriptychProcess(['--data', data, '--no-sample', '--now', TEST_NOW, ...ports], {
    TRIPTYCH_NOTES_TOKEN: TOKEN,
  });
  await triptych.printed(/triptych listening on (http:\S+)/);
});
test.afterAll(() => triptych.stop());

/** The overview of a day of November, which only one test uses, also when it is tried again. */
const open = async (page: Page, day: number) => {
  const date = `2026-11-${String(day + test.info().retry).padStart(2, '0')}`;
  await page.goto(`/?from=${date}T00:00:00Z&to=${date}T12:00:00Z`);
  await settled(page);
  return date;
};

async function post(request: APIRequestContext, note: object) {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const answer = await request.post('/api/notes', { headers, data: note });
  expect(answer.status()).toBe(200);
}

const marks = (page: Page) => page.getByRole('button', { name: /^(Note|\d+ notes):/ });
const listed = (page: Page) => page.getByRole('list', { name: 'Notes in this range' }).getByRole('listitem');
const form = (page: Page) => page.getByRole('dialog', { name: /note$/ });

test('adds, changes, deletes and restores a note with the keyboard', async ({ page }) => {
  const date = await open(page, 1);
  const day = Number(date.slice(-2));
  await page.getByRole('slider', { name: 'Time under the crosshair' }).focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 20; step++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('n');
  await expect(form(page).getByLabel('Time')).toHaveValue(`${date} 04:00`);
  await expect(form(page).getByLabel('Text')).toBeFocused();
  await page.keyboard.type(SCRIPT);
  await page.keyboard.press('Enter');
  await expect(form(page)).toHaveCount(0);
  await expect(listed(page)).toHaveText([`${day} Nov 2026, 04:00 UTC: ${SCRIPT}`]);

  await marks(page).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `Change the note ${SCRIPT}` }).press('Enter');
  await form(page).getByLabel('Text').fill('Deploy 4.2');
  await form(page).getByLabel('End').fill(`${date} 04:30`);
  await form(page).getByLabel('Kind').fill('deploy');
  await page.keyboard.press('Enter');
  await expect(listed(page)).toHaveText([`${day} Nov 2026, 04:00 – 04:30 UTC: Deploy 4.2 (deploy)`]);

  await marks(page).press('Enter');
  await page.getByRole('button', { name: 'Delete the note Deploy 4.2' }).press('Enter');
  await expect(marks(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(listed(page)).toHaveText([`${day} Nov 2026, 04:00 – 04:30 UTC: Deploy 4.2 (deploy)`]);
  expect(await page.title()).not.toBe('1');
});

test('adds a note at the locked crosshair with the mouse, and reports what is wrong with it', async ({
  page,
}) => {
  const date = await open(page, 5);
  const axis = page.getByRole('slider', { name: 'Time under the crosshair' });
  const { width = 0 } = (await axis.boundingBox()) ?? {};
  await axis.click({ position: { x: width / 2, y: 8 } });
  await page.getByRole('button', { name: 'Add a note' }).click();
  await expect(form(page).getByLabel('Time')).toHaveValue(new RegExp(`^${date} (05:5|06:0)\\d$`));
  await form(page).getByLabel('Text').fill('Deploy');
  await form(page).getByLabel('Link').fill('javascript:alert(1)');
  await form(page).getByRole('button', { name: 'Save' }).click();
  await expect(form(page)).toContainText('link must be an address that begins with https://');
  await form(page).getByLabel('Link').fill('https://ci.example/42');
  await form(page).getByLabel('Time').fill('noonish');
  await form(page).getByRole('button', { name: 'Save' }).click();
  await expect(form(page)).toContainText('This can’t be read.');
  await form(page).getByLabel('Time').fill(`${date} 06:00`);
  await form(page).getByRole('button', { name: 'Save' }).click();
  await marks(page).click();
  const link = page.getByRole('link', { name: 'https://ci.example/42' });
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
});

test('shows what a pipeline posted on the axis and as lines in the lanes, fits 360 px, and passes axe', async ({
  page,
  request,
}) => {
  const day = `2026-11-${String(9 + test.info().retry).padStart(2, '0')}`;
  await post(request, { text: 'Deploy 4.2', from: `${day}T03:00:00Z`, kind: 'deploy', by: 'ci' });
  await post(request, { text: SCRIPT, from: `${day}T09:00:00Z`, to: `${day}T10:00:00Z` });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, 9);
  await expect(marks(page)).toHaveCount(2);
  await marks(page).first().focus();
  await expect(page.getByText(/03:00 UTC: Deploy 4\.2 \(deploy, by ci\)/).first()).toBeVisible();
  await expect(page.locator('[data-noted]').first()).toBeAttached();
  await expectNoSidewaysScroll(page);
  await expectNoSeriousViolationsInBothSchemes(page);
  await marks(page).nth(1).click();
  await expect(page.getByRole('dialog', { name: /^(Note|\d+ notes):/ })).toContainText(SCRIPT);
  expect((await violationsOf(page)).filter(({ impact }) => impact === 'critical').map(told)).toEqual([]);
});

test('keeps the notes of a shared page after they were deleted', async ({ page, request }) => {
  const day = `2026-11-${String(13 + test.info().retry).padStart(2, '0')}`;
  await post(request, { text: 'Deploy 5', from: `${day}T03:00:00Z` });
  await open(page, 13);
  await expect(marks(page)).toHaveCount(1);
  const link = await share(page);
  await page.keyboard.press('Escape');
  await marks(page).click();
  await page.getByRole('button', { name: 'Delete the note Deploy 5' }).click();
  await expect(marks(page)).toHaveCount(0);
  await page.goto(link);
  await settled(page);
  await expect(listed(page)).toContainText(['Deploy 5']);
  await expect(page.getByRole('button', { name: 'Add a note' })).toBeDisabled();
  await marks(page).click();
  await expect(page.getByRole('button', { name: /^Delete the note/ })).toHaveCount(0);
});

test('has few marks for hundreds of notes, and says that there are more', async ({ page, request }) => {
  test.slow();
  const start = Date.parse(`2026-11-${String(17 + test.info().retry).padStart(2, '0')}T00:00:00Z`);
  for (let first = 0; first < 510; first += 30)
    await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        post(request, {
          text: `note ${first + n}`,
          from: new Date(start + (first + n) * 60_000).toISOString(),
        }),
      ),
    );
  await open(page, 17);
  await expect(page.getByRole('note').first()).toContainText('Only the newest 500 of 510 notes are shown.');
  const count = await marks(page).count();
  expect(count).toBeGreaterThan(5);
  expect(count).toBeLessThan(60);
  await marks(page).first().click();
  await expect(
    page
      .getByRole('dialog', { name: /^(Note|\d+ notes):/ })
      .getByRole('listitem')
      .first(),
  ).toBeVisible();
});
