import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, vi } from 'vitest';
import { GET as getHistory } from '@/app/api/canaries/[name]/history/route';
import { RunCollector, type RunHistory } from '@/lib/canary/stream/collect-runs';
import type { RunsEvent } from '@/lib/canary/stream/run-event';
import { archiveLater } from '../../archive/archive-later';
import {
  callRoute,
  forgetEverything,
  pointAt,
  startTestAws,
  TEST_NOW,
  type TestAws,
  temporaryFolder,
} from '../../test-support';
import { fetchRunsPage } from '../get-canary-runs';

const NAME = 'sample-api-health';

/** A dashboard's server that archives runs of local-aws's sample canaries, with an empty archive for each test. */
class ArchivingServer {
  #aws: TestAws | undefined;
  #data = '';

  get aws(): TestAws {
    return this.#aws ?? expect.fail('local-aws has not started');
  }

  get blobFolder(): string {
    return join(this.#data, 'archive', 'blobs');
  }

  async start(): Promise<void> {
    this.#aws = await startTestAws({ sample: true });
  }

  useArchive(data: string): void {
    this.#data = data;
    this.aws.clock.set(TEST_NOW);
    pointAt(this.aws.url, { TRIPTYCH_DATA: data, TRIPTYCH_PAST_CHANGED_FILE: '' });
  }

  /** Archives in a bucket, and has no data folder. */
  useBucket(place: string): void {
    this.useArchive('');
    process.env.TRIPTYCH_ARCHIVE = place;
  }

  async restart(now = TEST_NOW): Promise<void> {
    await archiveLater().flush();
    this.aws.clock.set(now);
    process.env.TRIPTYCH_NOW = new Date(now).toISOString();
    forgetEverything();
  }

  /** Reads the runs back to an instant by the route, and counts the requests of AWS that this takes. */
  async read(from: number, name = NAME): Promise<RunHistory & { calls: number }> {
    const { mock } = vi.spyOn(this.aws.world.canaries, 'runs');
    const before = mock.calls.length;
    const { status, bytes } = await callRoute(getHistory, { path: `/?from=${from}`, params: { name } });
    expect(status).toBe(200);
    const collector = new RunCollector();
    for (const line of bytes.toString().trim().split('\n')) {
      const event = JSON.parse(line) as RunsEvent;
      if (event.type === 'failed') throw new Error(event.problem.message);
      if (event.type === 'end') return { ...collector.end(event, from), calls: mock.calls.length - before };
      collector.add(event);
    }
    throw new Error('There is no end.');
  }
}

/** The server of a file of tests. */
export function archivingServer(): ArchivingServer {
  const server = new ArchivingServer();
  let remove = async () => {};
  let folder = '';
  let count = 0;
  beforeAll(async () => {
    ({ folder, remove } = await temporaryFolder());
    await server.start();
  });
  beforeEach(() => server.useArchive(join(folder, `data-${count++}`)));
  afterAll(async () => {
    process.env.TRIPTYCH_DATA = '';
    await server.aws.close();
    await remove();
  });
  return server;
}

/** The same runs page by page, as anybody can read them. */
export async function rawRuns(from: number, name = NAME) {
  const runs = [];
  for (let nextToken: string | undefined; ; ) {
    const page = await fetchRunsPage({ name, ...(nextToken && { nextToken }) }, AbortSignal.timeout(60_000));
    runs.push(...page.runs);
    nextToken = page.nextToken;
    if (nextToken === undefined || page.runs.some(({ started }) => started < from)) break;
  }
  return runs.filter(({ started }) => started >= from);
}

/** The runs of a history that started at or after an instant. */
export const runsSince = ({ loaded }: RunHistory, from: number) =>
  loaded.runs.filter(({ started }) => started >= from);
