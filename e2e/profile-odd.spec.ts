import { readFile } from 'node:fs/promises';
import { encodeJson } from '@/lib/profile/codec/encode';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { CallTreeBuilder } from '@/lib/profile/tree/call-tree-builder';
import { functionKey } from '@/lib/profile/tree/path-key';
import { MINUTE } from '@/lib/time/duration';
import { drawn, flameGraph, frameCount, graphs, labelled, tooltip } from './graph';
import { panel } from './pages';
import { times } from './profile-page';
import { saved } from './saved-files';
import { ODD, TEST_NOW } from './servers';
import { expect, type Page, test } from './test';
import { TriptychProcess } from './triptych-process';

const STRANGE = [
  '<img src=x onerror="document.title=1">',
  '</script><script>document.title=1</script>',
  '__proto__',
  'constructor',
  'a\u0000b\u001b[31mc\nd\te',
  '\u202eright to left',
  '👩‍👩‍👧 é ｆｕｌｌ',
  `long:${'x'.repeat(100_000)}`,
  ' ',
];

const PROFILES: Record<string, CallTree> = {
  empty: built((tree) => tree.count('RUNNABLE', 0)),
  'one-frame': built((tree) => {
    tree.open('main');
    tree.count('RUNNABLE', 1);
  }),
  deep: built((tree) => {
    for (let depth = 0; depth < 10_000; depth++) tree.open(`step${depth % 7}`);
    tree.count('RUNNABLE', 5);
  }),
  strange: built((tree) => {
    for (const name of STRANGE) {
      tree.open(name);
      tree.count('RUNNABLE', 10);
      tree.close();
    }
  }),
};

function built(build: (tree: CallTreeBuilder) => void): CallTree {
  const builder = new CallTreeBuilder();
  build(builder);
  return builder.finish();
}

const START = Date.parse('2026-11-24T14:20:00Z');
/** The starts of five-minute profiles from a time on until 14:00. */
function every5Minutes(from: string): number[] {
  const first = Date.parse(`2026-11-24T${from}:00Z`);
  const count = (Date.parse('2026-11-24T14:00:00Z') - first) / (5 * MINUTE);
  return Array.from({ length: count }, (_, i) => first + i * 5 * MINUTE);
}

const RANGE = 'from=2026-11-24T14:00:00Z&to=2026-11-24T14:30:00Z';

test.describe('odd profiles', () => {
  test.describe.configure({ mode: 'serial' });
  let triptych: TriptychProcess;
  let url: string;

  test.beforeAll(async ({ browserName: _ }, info) => {
    info.setTimeout(120_000);
    triptych = new TriptychProcess([
      ...['--data', info.outputPath('data'), '--no-sample', '--now', TEST_NOW],
      ...['--port', String(ODD.port), '--local-aws-port', String(ODD.localAwsPort)],
    ]);
    url = await triptych.printed(/triptych listening on (http:\S+)/);
    for (const [name, tree] of Object.entries(PROFILES)) await post(name, tree, [START]);
    const main = built((tree) => {
      tree.open('main');
      tree.count('RUNNABLE', 10);
    });
    await post('late', main, every5Minutes('13:00'));
    await post('whole', main, every5Minutes('12:00'));
  });

  test.afterAll(async () => {
    await triptych.stop();
  });

  async function post(name: string, tree: CallTree, starts: readonly number[]): Promise<void> {
    const groups = `http://127.0.0.1:${ODD.localAwsPort}/profilingGroups`;
    const headers = { 'content-type': 'application/json' };
    const created = await fetch(`${groups}?clientToken=token-of-${name}`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ profilingGroupName: name }),
    });
    expect(created.status).toBe(201);
    for (const start of starts) {
      const profile = { tree, start, end: start + 10_000, sampleWeights: {} };
      const body = new Uint8Array(encodeJson(profile));
      const posted = await fetch(`${groups}/${name}/agentProfile`, { method: 'POST', headers, body });
      expect(posted.status).toBe(204);
    }
  }

  /** Opens a group; any error in the page fails the test. */
  async function open(page: Page, group: string, query = ''): Promise<void> {
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.goto(`${url}/profiles/${group}?${RANGE}${query}`);
  }

  test('reports a profile without samples in every view', async ({ page }) => {
    for (const view of ['overview', 'hotspots', 'functions', 'inspect']) {
      await open(page, 'empty', `&view=${view}`);
      await expect(page.getByRole('main')).toContainText(
        /no samples|No function has samples|Choose a function/,
      );
    }
  });

  test('reports the part of a range that has profiles, and of both sides of a comparison', async ({
    page,
  }) => {
    const range = 'from=2026-11-24T12:00:00Z&to=2026-11-24T14:00:00Z';
    const part = '24 Nov 2026, 13:00 – 14:00 UTC, 12 of 24 profiles of 5 minutes';
    await page.goto(`${url}/profiles/late?${range}`);
    await expect(times(page)).toContainText(`Covered${part}`);
    await expect(times(page)).not.toContainText('all of it');
    await page.goto(`${url}/profiles/whole?${range}`);
    await expect(times(page)).toContainText('Coveredall of it');
    await page.goto(`${url}/profiles/late?${range}&view=compare&baselineGroup=whole&baseline=same`);
    await expect(panel(page, 'Comparison')).toContainText(`Covered: ${part}`);
    await expect(panel(page, 'Baseline')).toContainText('240 samples');
    await page.goto(`${url}/profiles/whole?${range}&view=compare&baselineGroup=late&baseline=same`);
    await expect(panel(page, 'Baseline')).toContainText(`Covered: ${part}`);
    await expect(panel(page, 'Comparison')).toContainText('240 samples');
    await expect(panel(page, 'Comparison')).not.toContainText('Covered');
  });

  test('draws a profile of one frame', async ({ page }) => {
    await open(page, 'one-frame');
    await expect.poll(() => frameCount(graphs(page))).toBe(2);
    await expect(page.getByRole('main')).toContainText('1 frame, deepest stack 1 frame');
    await open(page, 'one-frame', '&view=hotspots');
    await expect.poll(() => frameCount(graphs(page))).toBe(2);
    await open(page, 'one-frame', `&view=inspect&inspected=${functionKey('main')}`);
    await expect(page.getByRole('main')).toContainText('100.0 % of all samples');
    await expect(page.getByRole('main')).toContainText('Nothing called it');
  });

  test('draws, zooms and searches a stack 10,000 deep', async ({ page }) => {
    await open(page, 'deep');
    await drawn(graphs(page), 10_000);
    expect(await frameCount(graphs(page))).toBe(10_001);
    // Only the rows around the view are elements.
    expect(await labelled(page).count()).toBeLessThanOrEqual(200);
    await expect(page.getByRole('main')).toContainText('deepest stack 10,000 frames');
    const graph = flameGraph(page);
    // Scrolled half-way, the elements of the rows in view stand in their rows and name their frames.
    await graph.evaluate((element) => element.scrollTo(0, 5000 * 20));
    await expect(async () => {
      const canvas = await graph.locator('[aria-hidden]').first().boundingBox();
      const places = await labelled(page).evaluateAll((labels) =>
        labels.map((label) => ({ text: label.textContent, box: label.getBoundingClientRect().toJSON() })),
      );
      const inView = places.flatMap(({ text, box }) => {
        const row = Math.round((box.top - (canvas?.y ?? 0)) / 20);
        return row >= 5000 && row < 5020 ? [{ text, row, box }] : [];
      });
      expect(inView).toHaveLength(20);
      for (const { text, row, box } of inView) {
        expect(text).toBe(`step${(row - 1) % 7}`);
        expect(Math.abs(box.top - (canvas?.y ?? 0) - row * 20)).toBeLessThanOrEqual(0.5);
        expect(Math.abs(box.left - (canvas?.x ?? 0))).toBeLessThanOrEqual(0.5);
        expect(Math.abs(box.width - (canvas?.width ?? 0))).toBeLessThanOrEqual(0.5);
      }
    }).toPass();
    await graph.focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await graph.press(key);
    await expect(page).toHaveURL(/focus=/);
    await page.getByRole('textbox', { name: 'Search frames' }).fill('step3');
    await expect(page.getByRole('toolbar').getByRole('status')).toContainText('100.0 %');
    for (const view of ['hotspots', `inspect&inspected=${functionKey('step1')}`]) {
      await open(page, 'deep', `&view=${view}`);
      await drawn(graphs(page), 50);
    }
  });

  test('shows strange names as text', async ({ page }) => {
    await open(page, 'strange', '&data=all');
    await expect(labelled(page)).toHaveCount(1 + STRANGE.length);
    for (const each of await labelled(page).all()) {
      await each.hover();
      await expect(tooltip(page)).toBeVisible();
    }
    await expect(page.locator('img[src="x"]')).toHaveCount(0);
    await expect(page).toHaveTitle(/strange/);
    await open(page, 'strange', '&view=functions');
    await expect(page.getByRole('main')).toContainText('9 functions');
    for (const name of STRANGE) {
      await open(page, 'strange', `&view=inspect&inspected=${functionKey(name)}`);
      await expect(page.getByRole('main')).toContainText('11.1 % of all samples');
    }
    const hidden = STRANGE.map(functionKey).slice(0, 8).join(',');
    await open(page, 'strange', `&hidden=${hidden}&view=hotspots`);
    await expect(page.getByRole('group', { name: 'Hidden functions' })).toContainText('__proto__');
  });

  test('saves strange names as text in an SVG that is valid XML', async ({ page }) => {
    await open(page, 'strange', '&data=all');
    await drawn(graphs(page), STRANGE.length);
    const { path } = await saved(page, 'Flame graph', 'SVG');
    const picture = await page.context().newPage();
    await picture.route('http://picture.test/**', (route) =>
      route.fulfill({ path, contentType: 'image/svg+xml' }),
    );
    await picture.goto('http://picture.test/');
    await expect(picture.locator('g.frame')).toHaveCount(1 + STRANGE.length);
    await expect(picture.locator('g.frame > title', { hasText: '<img src=x onerror=' })).toHaveCount(1);
    await expect(picture.locator('g.frame > title', { hasText: 'a␀b␛[31mc' })).toHaveCount(1);
    await expect(picture.locator('parsererror, img, script')).toHaveCount(0);
  });

  test('saves a stack 10,000 deep as a picture that a browser can draw', async ({ page }) => {
    await open(page, 'deep');
    await drawn(graphs(page), 10_000);
    const png = await readFile((await saved(page, 'Flame graph', 'PNG')).path);
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(height).toBeGreaterThan(10_000);
    expect(height).toBeLessThanOrEqual(16_384);
    expect(width).toBeGreaterThan(500);
    const svg = await readFile((await saved(page, 'Flame graph', 'SVG')).path, 'utf8');
    expect(svg.match(/class="frame"/g)).toHaveLength(10_001);
  });

  test('reports a frame or function that is missing and shows the whole profile', async ({ page }) => {
    const gone = functionKey('gone');
    await open(page, 'one-frame', `&focus=${gone}`);
    await expect(page.getByRole('note')).toContainText('The frame in this link is not in this profile');
    await expect.poll(() => frameCount(graphs(page))).toBe(2);
    await open(page, 'one-frame', `&view=hotspots&focus=${gone}.${gone}`);
    await expect(page.getByRole('note')).toContainText('The frame in this link is not in this profile');
    await open(page, 'one-frame', `&view=inspect&inspected=${gone}`);
    await expect(page.getByRole('main')).toContainText('The function in this link is not in this profile');
    await open(page, 'one-frame', `&hidden=${gone}`);
    await expect(page.getByRole('group', { name: 'Hidden functions' })).toContainText('not in this profile');
  });

  test('reports an invalid expression and keeps the graph', async ({ page }) => {
    await open(page, 'one-frame', `&search=${encodeURIComponent('/[/')}`);
    await expect(page.getByRole('toolbar').getByRole('status')).toContainText('can’t be searched for');
    await expect(page.getByRole('region', { name: 'Top functions' })).toContainText('can’t be searched for');
    await expect.poll(() => frameCount(graphs(page))).toBe(2);
  });
});
