import { expect, it } from 'vitest';
import { ago, CANARY, ids, idsOf, openReader } from './reader-for-test';
import { MAX_READING_TOGETHER } from './reading-turn';
import type { Joined } from './run-indexes';

const reader = openReader();

const canaries = Array.from({ length: 30 }, (_, n) => ({ ...CANARY, id: `c-${n}`, name: `c${n}` }));

/** Reads the runs of a canary of a list to the end. */
async function wait({ runs, viewer, leave }: Joined): Promise<void> {
  while (!runs.isDone(viewer)) await runs.state.change;
  leave();
}

it('reads older runs of a few canaries of a list at a time, after the newest ones of all', async () => {
  const all = canaries.map((canary) => reader.join(canary, ago(450)));
  let most = 0;
  reader.server.before = () => {
    const isReading = ({ runs, viewer }: Joined) => runs.index.known.size > 100 && !runs.isDone(viewer);
    most = Math.max(most, all.filter(isReading).length);
    return undefined;
  };
  await Promise.all(all.map(wait));
  expect(most).toBeLessThanOrEqual(MAX_READING_TOGETHER);
  expect(reader.server.requests).toHaveLength(30 * 5);
  const isNewest = reader.server.requests.map(({ NextToken }) => NextToken === undefined);
  expect(isNewest.lastIndexOf(true)).toBeLessThan(60);
});

it('lets the viewer of one canary read before its turn in a list', async () => {
  const [last] = canaries.slice(-1);
  let doneCount = 0;
  const all = canaries.map((canary) => reader.join(canary, ago(450)));
  let page: Promise<number> | undefined;
  reader.server.before = (request) => {
    if (request === 60)
      page = reader.watch({ canary: last, from: ago(450) }).then((watched) => {
        expect(idsOf(watched)).toEqual(ids(451));
        return doneCount;
      });
    return undefined;
  };
  await Promise.all(all.map((joined) => wait(joined).then(() => doneCount++)));
  expect(await page, 'canaries of the list that were read before').toBeLessThan(15);
});

it('gives the turn of who leaves to the next', async () => {
  const all = canaries.map((canary) => reader.join(canary, ago(450)));
  const left = all.slice(0, 15);
  reader.server.before = (request) => {
    if (request === 40) for (const { leave } of left) leave();
    return undefined;
  };
  await Promise.all(all.slice(15).map(wait));
});
