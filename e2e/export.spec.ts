import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeProfile } from '@/lib/profile/codec/decode';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { GROUP_API } from './pages';
import { expect, type Page, test } from './test';

const HOUR = 'startTime=2026-11-24T13:00:00Z&endTime=2026-11-24T14:00:00Z';
const PROFILE = `${GROUP_API}/profile/export?${HOUR}`;

/** Speedscope from its npm package, under a host name without a server. */
const SPEEDSCOPE = 'http://speedscope.test';
const FILES = join(
  dirname(createRequire(import.meta.url).resolve('speedscope/package.json')),
  'dist/release',
);

type SpeedscopeFile = {
  shared: { frames: { name: string }[] };
  profiles: { name: string; events: { type: 'O' | 'C'; frame: number; at: number }[] }[];
};

/** Imports a file with speedscope, which exports it again. */
async function imported(page: Page, name: string, content: Buffer): Promise<SpeedscopeFile> {
  await page.route(`${SPEEDSCOPE}/**`, (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname);
    if (path === `/${name}`) return route.fulfill({ body: content });
    return route.fulfill({ path: join(FILES, path === '/' ? 'index.html' : path) });
  });
  await page.goto(`${SPEEDSCOPE}/#profileURL=${encodeURIComponent(`${SPEEDSCOPE}/${name}`)}`);
  const saved = page.waitForEvent('download');
  await page.getByText('Export').click();
  return JSON.parse(await readFile(await (await saved).path(), 'utf8'));
}

/** Stack, one frame a line → samples. */
function stacksOf({ shared, profiles }: SpeedscopeFile): Map<string, number> {
  const stacks = new Map<string, number>();
  for (const { events } of profiles) {
    const open: string[] = [];
    let last = 0;
    for (const { type, frame, at } of events) {
      const stack = open.join('\n');
      if (at > last) stacks.set(stack, (stacks.get(stack) ?? 0) + at - last);
      last = at;
      if (type === 'O') open.push(shared.frames[frame]?.name ?? '');
      else open.pop();
    }
  }
  return stacks;
}

function stacksOfTree(tree: CallTree): Map<string, number> {
  const stacks = new Map<string, number>();
  const path: string[] = [];
  for (let node = 1; node < tree.name.length; node++) {
    path.length = (tree.depth[node] ?? 1) - 1;
    path.push(tree.names[tree.name[node] ?? 0] ?? '');
    const samples = tree.self.reduce((sum, column) => sum + (column[node] ?? 0), 0);
    if (samples > 0) stacks.set(path.join('\n'), samples);
  }
  return stacks;
}

for (const { format, name } of [
  { format: 'speedscope', name: 'shop.speedscope.json' },
  { format: 'pprof', name: 'shop.pb.gz' },
  { format: 'folded', name: 'shop.folded' },
]) {
  test(`exports ${format} that speedscope opens with all stacks`, async ({ page, request }) => {
    const { tree } = decodeProfile(await (await request.get(`${PROFILE}&format=json`)).body());
    const file = await (await request.get(`${PROFILE}&format=${format}`)).body();
    const read = stacksOf(await imported(page, name, file));
    expect(read.size).toBeGreaterThan(100);
    expect(read).toEqual(stacksOfTree(tree));
  });
}

test('compresses a download at most once', async ({ page }) => {
  await page.goto('/profiles/sample-checkout-service');
  const answers = await page.evaluate(async (path) => {
    const formats = ['pprof', 'folded', 'speedscope', 'json'];
    const answers = formats.map(async (format) => {
      const answer = await fetch(`${path}&format=${format}`);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      return { format, encoding: answer.headers.get('content-encoding'), first: [...bytes.subarray(0, 2)] };
    });
    return Promise.all(answers);
  }, PROFILE);
  const [pprof, ...texts] = answers;
  expect(pprof).toEqual({ format: 'pprof', encoding: null, first: [0x1f, 0x8b] });
  for (const { first } of texts) {
    expect(first).not.toEqual([0x1f, 0x8b]);
  }
});

test('offers a raw file for each week of a longer range and explains why', async ({ page }) => {
  await page.goto('/profiles/sample-render-worker?from=2026-11-04T00:00:00Z&to=2026-11-24T00:00:00Z&tz=UTC');
  await page.getByRole('button', { name: 'Menu of Flame graph' }).click();
  const menu = page.getByRole('menu');
  await expect(menu).toContainText('AWS returns at most a week per file, so this range takes 3 files. ');
  const raw = menu.getByRole('menuitem', { name: /^Ion, / });
  await expect(raw).toHaveText([
    'Ion, 4 Nov 2026 – 9 Nov 2026',
    'Ion, 10 Nov 2026 – 16 Nov 2026',
    'Ion, 17 Nov 2026 – 23 Nov 2026',
  ]);
  const download = page.waitForEvent('download');
  await raw.nth(1).click();
  expect((await download).suggestedFilename()).toBe(
    'sample-render-worker_2026-11-10T0000Z_2026-11-17T0000Z.ion',
  );
  await page.goto('/profiles/sample-render-worker?from=2026-10-01T00:00:00Z&to=2026-11-24T00:00:00Z&tz=UTC');
  await page.getByRole('button', { name: 'Menu of Flame graph' }).click();
  await expect(menu).toContainText('so this range takes 5 files, which cover only its newest 35 days.');
});

test('offers a download for each tool in the menu of the flame graph', async ({ page }) => {
  await page.goto(`/profiles/sample-checkout-service?from=2026-11-24T13:00:00Z&to=2026-11-24T14:00:00Z`);
  await page.getByRole('button', { name: 'Menu of Flame graph' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /pprof/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('sample-checkout-service_2026-11-24T1300Z_2026-11-24T1400Z.pb.gz');
  expect(gunzipSync(await readFile(await file.path())).length).toBeGreaterThan(1000);
});
