import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettableClock } from '@/lib/local-aws/clock';
import { startLocalAws } from '@/lib/local-aws/server';
import { Database } from '@/lib/local-aws/store/database';
import { pageToken } from '@/lib/local-aws/synthetics/page-token';
import { artifactLocation } from '@/lib/local-aws/synthetics/runner/artifacts';
import { type Figure, median, report, timed } from './figure';

/**
 * A canary with a history of 1,000,000 runs: reading any page takes the same time, and the server starts with all of them on
 * disk.
 */
const NOW = Date.parse('2026-11-24T14:32:10Z');
const RUNS = 1_000_000;
/** 2,250 per day, so that all of them are within a retention of 455 days. */
const EVERY_MS = 38_400;
const RUNS_PER_DAY = 2250;
const NAME = 'bench';
/** All at the same time of day, because a page is found by scanning the runs of its day. */
const PAGES = [
  { page: 'page 1', run: 0 },
  { page: 'page 4,996', run: 222 * RUNS_PER_DAY },
  { page: 'page 9,968', run: 443 * RUNS_PER_DAY },
];
const TURNS = 9;
const REQUESTS = 20;

const folder = await mkdtemp(join(tmpdir(), 'triptych-bench-canaries-'));

const start = () =>
  startLocalAws({
    folder,
    clock: new SettableClock(NOW),
    sample: true,
    port: 0,
    admin: false,
    canaryTickMs: 0,
  });

const startedAgo = (run: number) => NOW - (run + 1) * EVERY_MS;

/** Inserts runs as the runner would, oldest first, one in 50 failed, each with the location of its artifacts. */
async function makeRuns(canaryId: string): Promise<void> {
  const database = await Database.open(folder);
  const started = `${NOW} - (${RUNS} - n) * ${EVERY_MS}`;
  const location = artifactLocation({ name: NAME, id: canaryId });
  await database.run(`CREATE TEMP TABLE made AS
    SELECT uuid() AS id, ${started} AS started, n % 50 = 0 AS failed FROM range(${RUNS}) AS run(n) ORDER BY n`);
  await database.run(`INSERT INTO canary_runs
    SELECT id, '${NAME}', started, started + 900, CASE WHEN failed THEN 'FAILED' ELSE 'PASSED' END,
      CASE WHEN failed THEN 'GET / answered 503' END, CASE WHEN failed THEN 'CANARY_FAILURE' END,
      CASE WHEN failed THEN 'FAILED' ELSE 'PASSED' END, uuid(), NULL, started, NULL, NULL, NULL
    FROM made ORDER BY started`);
  await database.run(`INSERT INTO canary_artifacts
    SELECT id, '${NAME}', started, '${location}/' || strftime(make_timestamp(started * 1000), '%Y/%m/%d/%H/%M-%S-%g')
    FROM made ORDER BY started`);
  database.close();
}

async function measurePages(figures: Figure[]): Promise<void> {
  const local = await start();
  const binding = ['GetCanaryRuns', NAME, 'canary', undefined];
  const read = async (run: number) => {
    const token = `${startedAgo(run)}-ffffffff-ffff-ffff-ffff-ffffffffffff`;
    const NextToken = run === 0 ? undefined : pageToken(local.world, binding, token);
    const response = await fetch(`${local.url}/canary/${NAME}/runs`, {
      method: 'POST',
      body: JSON.stringify({ NextToken }),
    });
    const { CanaryRuns } = await response.json();
    if (CanaryRuns?.length !== 100) throw new Error(`The page at run ${run} has ${CanaryRuns?.length} runs.`);
    if (CanaryRuns[0].Timeline.Started * 1000 !== startedAgo(run))
      throw new Error('The response is a different page.');
  };
  // Takes the fastest of several turns, to exclude other work on the machine. The first turn is a warm-up.
  const times = new Map(PAGES.map(({ page }) => [page, [] as number[]]));
  for (let turn = 0; turn <= TURNS; turn++) {
    for (const { page, run } of PAGES) {
      const ms = await timed(async () => {
        for (let i = 0; i < REQUESTS; i++) await read(run);
      });
      if (turn > 0) times.get(page)?.push(ms / REQUESTS);
    }
  }
  const fastest = [...times].map(([page, ms]) => ({ page, ms: Math.min(...ms) }));
  const [first, ...deep] = fastest;
  const ratio = Math.max(...deep.map(({ ms }) => ms)) / (first?.ms ?? Number.NaN);
  for (const { page, ms } of fastest)
    figures.push({ name: `GetCanaryRuns, ${page} of 100`, value: ms, limit: 100, unit: 'ms' });
  figures.push({ name: 'slowest deep page to page 1', value: ratio, limit: 1.5, unit: '' });
  await local.close();
}

try {
  const canary = {
    name: NAME,
    url: 'http://127.0.0.1:1/',
    schedule: 'rate(1 minute)',
    successRetentionDays: 455,
    failureRetentionDays: 455,
  };
  await writeFile(join(folder, 'canaries.json'), JSON.stringify({ canaries: [canary] }));
  const local = await start();
  const { id } = local.world.canaries.find(NAME);
  await local.close();
  await makeRuns(id);

  const starts: number[] = [];
  for (let i = 0; i < 3; i++) {
    let started: Awaited<ReturnType<typeof start>> | undefined;
    starts.push(
      await timed(async () => {
        started = await start();
      }),
    );
    await started?.close();
  }
  const figures: Figure[] = [
    { name: 'local-aws starts with 1,000,000 runs', value: median(starts), limit: 3000, unit: 'ms' },
  ];
  await measurePages(figures);
  await report('local-aws-canaries', figures);
} finally {
  await rm(folder, { recursive: true, force: true });
}
