import { readFile } from 'node:fs/promises';
import { functionKey } from '@/lib/profile/tree/path-key';
import { drawn, frame, frameCount, graphs } from './graph';
import { GROUP, settled } from './pages';
import { saved } from './saved-files';
import { expect, type Page, test } from './test';

const RANGE = 'from=2026-11-24T12:00:00Z&to=2026-11-24T14:00:00Z';

// High enough that a graph needs no minimap: with the same width as a picture, it has the same frames.
test.use({ viewport: { width: 1280, height: 2600 } });

/** The frames of a saved picture. */
const frames = (picture: Page) => picture.locator('g.frame');

/** Opens a view of the sample's group and waits for its graph. */
async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`${GROUP}?${RANGE}${query}`);
  // So large a window takes a busy machine longer.
  await drawn(graphs(page), 20);
  await settled(page);
}

/** Opens a picture in a new page. */
async function shown(page: Page, path: string): Promise<Page> {
  const picture = await page.context().newPage();
  const requested: string[] = [];
  picture.on('request', (request) => requested.push(request.url()));
  await picture.route('http://picture.test/**', (route) =>
    route.fulfill({ path, contentType: 'image/svg+xml' }),
  );
  await picture.goto('http://picture.test/graph.svg');
  expect(requested).toEqual(['http://picture.test/graph.svg']);
  return picture;
}

for (const { view, title, query, texts } of [
  {
    view: '',
    title: 'Flame graph',
    query: '&search=cart&root=bottom',
    texts: ['86,903 samples', 'Search: cart (', 'no match'],
  },
  {
    view: '_hotspots',
    title: 'Hotspots',
    query: '&view=hotspots&colours=state',
    texts: ['RUNNABLE', 'All samples'],
  },
  {
    view: '_compare',
    title: 'Differences',
    query: '&view=compare',
    texts: ['Baseline: sample-checkout-service, 23 Nov 2026', 'twice or more, or new'],
  },
]) {
  test(`saves the graph as an SVG with the same frames: ${title}`, async ({ page }) => {
    await open(page, query);
    const { name, path } = await saved(page, title, 'SVG');
    expect(name).toBe(`sample-checkout-service_2026-11-24T1200Z_2026-11-24T1400Z${view}.svg`);
    const picture = await shown(page, path);
    await expect(frames(picture)).toHaveCount(await frameCount(graphs(page)));
    for (const each of texts) await expect(picture.locator('text', { hasText: each }).first()).toBeVisible();
    await expect(frames(picture).nth(1).locator('title')).toHaveText(/%/);
  });
}

test('saves the zoomed frame and names the hidden functions', async ({ page }) => {
  const hidden = functionKey('java.lang:Thread:run');
  await open(page, `&hidden=${hidden}`);
  await frame(page, 'Worker.run').click();
  await expect(page).toHaveURL(/focus=/);
  await settled(page);
  const picture = await shown(page, (await saved(page, 'Flame graph', 'SVG')).path);
  await expect(picture.getByText(/^Zoomed into .*run/)).toBeVisible();
  await expect(picture.getByText(/Hidden: Thread\.run/)).toBeVisible();
  await expect(frames(picture).first()).toContainText('run');
});

test('greys in the picture of a comparison what may be chance, and states it', async ({ page }) => {
  const fillsOfChance = async (query: string) => {
    await open(page, query);
    const picture = await shown(page, (await saved(page, 'Differences', 'SVG')).path);
    const byChance = frames(picture).filter({
      has: picture.locator('title', { hasText: ', may be chance' }),
    });
    const fills = await byChance
      .locator('rect')
      .evaluateAll((rects) => rects.map((rect) => rect.getAttribute('fill')));
    const legend = picture.locator('text', { hasText: /^may be chance$/ });
    return { fills: new Set(fills), isExplained: (await legend.count()) === 1 };
  };
  const grey = await fillsOfChance('&view=compare');
  expect(grey.isExplained).toBe(true);
  // Those of at most 5 % are the same, with a grey of their own.
  expect(grey.fills.size).toBeLessThanOrEqual(2);
  const coloured = await fillsOfChance('&view=compare&chance=listed');
  expect(coloured.isExplained).toBe(false);
  expect(coloured.fills.size).toBeGreaterThan(2);
});

test('saves an inspected function with its callers above it', async ({ page }) => {
  await open(page, `&view=inspect&inspected=${functionKey('java.util:HashMap:resize')}`);
  const picture = await shown(page, (await saved(page, 'Inspected function', 'SVG')).path);
  // Only the graph of the callees draws the function.
  await expect(frames(picture)).toHaveCount((await frameCount(graphs(page))) - 1);
  await expect(picture.getByText('Callers, upwards')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`saves a PNG at twice the size in the ${colorScheme} scheme of the page`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page);
    const { name, path } = await saved(page, 'Flame graph', 'PNG');
    expect(name).toBe('sample-checkout-service_2026-11-24T1200Z_2026-11-24T1400Z.png');
    const png = await readFile(path);
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    const svg = await readFile((await saved(page, 'Flame graph', 'SVG')).path, 'utf8');
    const size = ['width', 'height'].map((side) =>
      Number(new RegExp(`<svg [^>]*${side}="(\\d+)"`).exec(svg)?.[1]),
    );
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(size.map((px) => px * 2));
    // A corner has the colour of the page's panels.
    const corner = await page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const context = document.createElement('canvas').getContext('2d');
      context?.drawImage(image, 0, 0);
      return [...(context?.getImageData(1, 1, 1, 1).data ?? [])];
    }, png.toString('base64'));
    expect(corner).toEqual(colorScheme === 'light' ? [255, 255, 255, 255] : [21, 24, 31, 255]);
  });
}
