import { readFile, truncate, writeFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { drawn, graphs, labelled } from './graph';
import { hold } from './hold';
import { settled } from './pages';
import { AWS_MODE_PORT, PUSH, TEST_NOW } from './servers';
import { expect, type Page, test } from './test';
import { TriptychProcess } from './triptych-process';

const FIXTURES = 'lib/profile/import/testing/fixtures';
/** The last five minutes that have ended. */
const WINDOW = 'from=2026-11-24T14:25:00Z&to=2026-11-24T14:30:00Z';

// One dashboard for all, which starts without profiling groups.
test.describe.configure({ mode: 'default' });

let triptych: TriptychProcess;
let url: string;
let localAws: string;

test.beforeAll(async () => {
  const { port, localAwsPort } = PUSH;
  const data = test.info().outputPath('data');
  const ports = ['--port', String(port), '--local-aws-port', String(localAwsPort)];
  triptych = new TriptychProcess(['--data', data, '--no-sample', '--now', TEST_NOW, ...ports]);
  localAws = await triptych.printed(/local-aws listening on (http:\S+)/);
  url = await triptych.printed(/triptych listening on (http:\S+)/);
});
test.afterAll(() => triptych.stop());

const folded = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

const picker = (page: Page) => page.locator('input[type=file]');
const dialog = (page: Page) => page.getByRole('dialog', { name: /^Push / });

const groupNames = async (page: Page) => {
  const { data } = await (await page.request.get(`${url}/api/profiling-groups`)).json();
  return data.map(({ name }: { name: string }) => name);
};

/** Drags files over the page, then drops them. */
async function drop(page: Page, files: { name: string; content: string }[]): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, content } of given) data.items.add(new File([content], name));
    return data;
  }, files);
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await expect(page.getByText('Drop profiles to push them to local-aws')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(page.getByText('Drop profiles to push them to local-aws')).toHaveCount(0);
}

test('pushes a chosen file with the keyboard and shows its profile', async ({ page }) => {
  await page.goto(`${url}/profiles?tz=UTC`);
  await settled(page);
  const button = page.getByRole('button', { name: 'Push a profile' });
  await button.focus();
  // The first page of a dashboard that has just started may not react yet.
  await expect(async () => {
    const chooser = page.waitForEvent('filechooser', { timeout: 3000 });
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(folded('checkout service.folded', 'main;parse 3\nmain;render 7\n'));
  }).toPass();
  const group = dialog(page).getByRole('textbox', { name: 'Profiling group' });
  await expect(group).toHaveValue('checkout-service');
  await expect(dialog(page)).toContainText('A new group');
  await expect(dialog(page).getByRole('button', { name: 'Push', exact: true })).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await group.fill('my group');
  await expect(dialog(page)).toContainText('A group’s name has 1 to 255 letters');
  await expect(dialog(page).getByRole('button', { name: 'Push', exact: true })).toBeDisabled();
  await group.fill('cart');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${url}/profiles/cart?${WINDOW}&tz=UTC`);
  await expect(graphs(page).first()).toBeVisible();
  await expect(page.getByText('10 samples').first()).toBeVisible();
});

test('pushes dropped files one by one, refuses one in words and makes no group for it', async ({ page }) => {
  await page.goto(`${url}/profiles?tz=UTC`);
  const trace = await readFile(`${FIXTURES}/c12-trace-wrapped.json`, 'utf8');
  await drop(page, [
    { name: 'page.json', content: trace },
    { name: 'app.jfr', content: 'FLR\0\u0002' },
  ]);
  await expect(dialog(page).getByRole('alert')).toHaveText(
    /app\.jfr can’t be pushed\. It is a Java Flight Recorder file\. Convert it with jfrconv/,
  );
  await dialog(page).getByRole('button', { name: 'Push', exact: true }).click();
  await expect(dialog(page)).toContainText('Pushed to the new group page (Chrome trace).');
  await expect(dialog(page)).toContainText('Samples: RUNNABLE 10 · 1 frame');
  await expect(dialog(page).getByRole('status')).toHaveText('1 file pushed. 1 file refused.');
  expect(await groupNames(page)).toEqual(expect.arrayContaining(['page']));
  expect(await groupNames(page)).not.toContain('app');
  await dialog(page).getByRole('link', { name: 'page' }).click();
  await page.waitForURL(`${url}/profiles/page?${WINDOW}&tz=UTC`);
  await expect(graphs(page).first()).toBeVisible();
});

test('adds to an existing group, whose page then shows both profiles', async ({ page }) => {
  await page.goto(`${url}/profiles?tz=UTC`);
  const push = async (samples: number) => {
    await picker(page).setInputFiles(folded('twice.folded', `main ${samples}\n`));
    await dialog(page).getByRole('button', { name: 'Push', exact: true }).click();
    await page.waitForURL(`${url}/profiles/twice?${WINDOW}&tz=UTC`);
  };
  await push(3);
  await expect(page.getByText('3 samples').first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('link', { name: 'twice' })).toBeVisible();
  const button = page.getByRole('button', { name: 'Push a profile' });
  await button.focus();
  await picker(page).setInputFiles(folded('twice.folded', 'main 1\n'));
  await expect(dialog(page)).toContainText('An existing group; the profile is added to it');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(button).toBeFocused();
  await push(4);
  await expect(page.getByText('7 samples').first()).toBeVisible();
});

/** Holds back pushes before they reach the server, until the returned function is called. */
const holdPushes = (page: Page) => hold(page, /\/api\/pushed-files/);

test('locks the queue during a push, and keeps a file that is dropped meanwhile', async ({ page }) => {
  await page.goto(`${url}/profiles?tz=UTC`);
  await settled(page);
  const release = await holdPushes(page);
  await picker(page).setInputFiles(folded('first.folded', 'main 1\n'));
  await dialog(page).getByRole('button', { name: 'Push', exact: true }).click();
  await drop(page, [{ name: 'second.folded', content: 'main 2\n' }]);
  const group = dialog(page).getByRole('textbox', { name: 'Profiling group of second.folded' });
  const remove = dialog(page).getByRole('button', { name: 'Remove second.folded' });
  await expect(group).toBeDisabled();
  await expect(remove).toBeDisabled();
  release();
  await expect(dialog(page).getByRole('status')).toHaveText('1 file pushed.');
  await expect(dialog(page)).toContainText('Pushed to the new group first');
  await expect(remove).toBeEnabled();
  await group.fill('other');
  await dialog(page).getByRole('button', { name: 'Push', exact: true }).click();
  await expect(dialog(page)).toContainText('Pushed to the new group other');
  expect(await groupNames(page)).not.toContain('second');
});

test('warns that a file may have been pushed when its push is cancelled', async ({ page }) => {
  await page.goto(`${url}/profiles?tz=UTC`);
  await settled(page);
  const release = await holdPushes(page);
  await picker(page).setInputFiles([folded('sent.folded', 'main 1\n'), folded('kept.folded', 'main 1\n')]);
  await dialog(page).getByRole('button', { name: 'Push 2 files' }).click();
  await dialog(page).getByRole('button', { name: 'Cancel' }).last().click();
  await expect(dialog(page).getByRole('alert')).toContainText(
    'sent.folded may have been pushed before you cancelled.',
  );
  await expect(dialog(page).getByRole('status')).toHaveText('1 file cancelled.');
  release();
  await dialog(page).getByRole('button', { name: 'Push', exact: true }).click();
  await expect(dialog(page)).toContainText('Pushed to the new group kept');
  await dialog(page).getByRole('button', { name: 'Queue again' }).click();
  await dialog(page).getByRole('button', { name: 'Push', exact: true }).click();
  await expect(dialog(page).getByRole('status')).toHaveText('2 files pushed.');
});

test('finishes a push whose page was left, and reports it where the viewer is', async ({ page }) => {
  await page.goto(`${url}/canaries?tz=UTC`);
  await page.getByRole('link', { name: 'Profiles' }).click();
  await page.waitForURL(/profiles/);
  const release = await holdPushes(page);
  await picker(page).setInputFiles(folded('left.folded', 'main;parse 3\n'));
  await dialog(page).getByRole('button', { name: 'Push', exact: true }).click();
  await expect(dialog(page).getByRole('status')).toContainText('Pushing left.folded');
  await page.goBack();
  await page.waitForURL(/canaries/);
  release();
  await expect(page.getByText('1 file pushed.')).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/canaries');
  expect(await groupNames(page)).toContain('left');
});

test('warns that a file may have been pushed when the answer never arrives', async ({ page }) => {
  await page.goto(`${url}/profiles?tz=UTC`);
  await settled(page);
  await page.route('**/api/pushed-files?*', (route) => route.abort());
  await picker(page).setInputFiles(folded('lost.folded', 'main 1\n'));
  await dialog(page).getByRole('button', { name: 'Push', exact: true }).click();
  await expect(dialog(page).getByRole('alert')).toContainText(
    'lost.folded may have been pushed before the connection to the dashboard was lost. Check the group lost first',
  );
  await expect(dialog(page).getByRole('status')).toHaveText('1 file without an answer.');
  await page.unroute('**/api/pushed-files?*');
  await dialog(page).getByRole('button', { name: 'Queue again' }).click();
  await dialog(page).getByRole('button', { name: 'Push', exact: true }).click();
  await expect(page).toHaveURL(/\/profiles\/lost\?/);
});

test('answers other methods of its path with a problem', async ({ page }) => {
  for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE']) {
    const answer = await page.request.fetch(`${url}/api/pushed-files`, { method });
    expect([method, answer.status(), answer.headers().allow]).toEqual([method, 405, 'OPTIONS, POST']);
    if (method !== 'HEAD') expect((await answer.json()).error.code).toBe('MethodNotAllowed');
  }
});

test('takes a file of many megabytes, and refuses one that is too large before it is sent', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto(`${url}/profiles?tz=UTC`);
  const line = `${'some_function_with_a_long_name;'.repeat(16)}leaf 1\n`;
  const lines = Math.ceil((12 * 1024 * 1024) / line.length);
  await picker(page).setInputFiles(folded('large.folded', line.repeat(lines)));
  await dialog(page).getByRole('button', { name: 'Push', exact: true }).click();
  await page.waitForURL(`${url}/profiles/large?${WINDOW}&tz=UTC`);
  await expect(page.getByText(`${lines.toLocaleString('en-US')} samples`).first()).toBeVisible();

  await page.goto(`${url}/profiles?tz=UTC`);
  const huge = test.info().outputPath('huge.pb');
  await writeFile(huge, '');
  await truncate(huge, 256 * 1024 * 1024 + 1);
  let isSent = false;
  page.on('request', (request) => {
    isSent ||= request.url().includes('/api/pushed-files');
  });
  await picker(page).setInputFiles(huge);
  await expect(dialog(page).getByRole('alert')).toContainText(
    'huge.pb can’t be pushed. It is larger than 256 MiB.',
  );
  await expect(dialog(page).getByRole('button', { name: 'Push', exact: true })).toHaveCount(0);
  expect(isSent).toBe(false);
});

test('offers no pushing when the dashboard shows AWS', async ({ page }) => {
  const push = (to: string) =>
    page.request.post(`${to}/api/pushed-files?group=known&file=a.folded`, {
      headers: { origin: to },
      data: 'main 1',
    });
  expect((await push(url)).status()).toBe(200);
  const aws = new TriptychProcess(['--aws', '--port', String(AWS_MODE_PORT)], {
    ...{ AWS_ENDPOINT_URL: localAws, AWS_REGION: 'us-east-1' },
    ...{ AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
    // The user's own setting doesn't turn it on either.
    TRIPTYCH_LOCAL_AWS: localAws,
  });
  try {
    const shown = await aws.printed(/triptych listening on (http:\S+)/);
    await page.goto(`${shown}/profiles`);
    await expect(page.getByRole('heading', { name: 'Profiles' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'known' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Push a profile' })).toHaveCount(0);
    const refused = await push(shown);
    expect(refused.status()).toBe(403);
    expect((await refused.json()).error.message).toContain('Start it with npm start to push files.');
  } finally {
    await aws.stop();
  }
});

test('keeps the tooltip of every frame inside the window', async ({ page }) => {
  await page.goto(`${url}/profiles?tz=UTC`);
  await picker(page).setInputFiles(`${FIXTURES}/f29-long-names.folded`);
  await dialog(page).getByRole('button', { name: 'Push', exact: true }).click();
  await page.waitForURL(`${url}/profiles/f29-long-names?${WINDOW}&tz=UTC`);
  const tooltip = page.locator('[class*="_tooltip"]');
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    await page.reload();
    await drawn(graphs(page), 1);
    const all = await labelled(page).all();
    expect(all.length).toBeGreaterThan(2);
    for (const each of all) {
      await each.scrollIntoViewIfNeeded();
      const { x = 0, y = 0, width: wide = 0 } = (await each.boundingBox()) ?? {};
      for (const at of [x + 2, x + wide / 2, x + wide - 2]) {
        await page.mouse.move(at, y + 8);
        await expect(tooltip).toBeVisible();
        const box = (await tooltip.boundingBox()) ?? { x: -1, y: -1, width: 0, height: 0 };
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(740);
      }
      await page.mouse.move(0, 0);
      await expect(tooltip).toHaveCount(0);
    }
  }
});

test('labels the functions of a file of py-spy, and refuses a count that is too high', async ({ page }) => {
  await page.goto(`${url}/profiles?tz=UTC`);
  await picker(page).setInputFiles(`${FIXTURES}/f15-count-20-digits.folded`);
  await dialog(page).getByRole('button', { name: 'Push', exact: true }).click();
  await expect(dialog(page).getByRole('alert')).toHaveText(
    /f15-count-20-digits\.folded can't be pushed\. Its count at line 1 is too high/,
  );
  expect(await groupNames(page)).not.toContain('f15-count-20-digits');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await picker(page).setInputFiles(`${FIXTURES}/f28-py-spy.folded`);
  await dialog(page).getByRole('button', { name: 'Push', exact: true }).click();
  await page.waitForURL(`${url}/profiles/f28-py-spy?${WINDOW}&tz=UTC`);
  for (const [name, label] of [
    ['parse (json/decoder.py:337)', 'parse'],
    ['run (threading.py:870)', 'run'],
    ['sleep (app.py:99)', 'sleep'],
    ['handle (app/views.py:48)', 'handle'],
    ['<module> (app.py:12)', '<module>'],
  ]) {
    await expect(page.getByTitle(`Inspect ${name}`, { exact: true })).toHaveText(label ?? '');
  }
});
