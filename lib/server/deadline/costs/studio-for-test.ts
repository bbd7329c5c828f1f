import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import { type SessionStatistics, STATISTICS } from '@/lib/farm/session-statistics';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { forgetUpstreams } from '../../aws/care/upstream';
import { NoWaiting } from '../../aws/timing-for-test';
import { pointAt, TEST_NOW, type TestAws, temporaryFolder } from '../../test-support';
import { listFarms } from '../list-farms';
import { listQueues } from '../list-queues';
import { Aggregations } from './aggregations';
import { type Asked, ask, type Session, startWithSessions } from './farm-for-test';

/** Records around 25 October 2026, when clocks in Berlin change, and in twelve queues in November. */
const at = (text: string) => Date.parse(text);
const clockChange: Session[] = Array.from({ length: 26 }, (_, hour) => ({
  ...{ farm: 'Studio', queue: 'clocks', user: 'ann', usageType: 'COMPUTE', costUsd: 1 },
  startedAt: at('2026-10-24T22:00:00Z') + hour * HOUR,
  endedAt: at('2026-10-24T22:00:00Z') + hour * HOUR + 59 * MINUTE,
}));
const twelveQueues: Session[] = Array.from({ length: 300 }, (_, n) => ({
  ...{ farm: 'Studio', queue: `q${n % 12}`, user: `user ${n}`, usageType: 'COMPUTE', costUsd: 0.01 },
  startedAt: at('2026-11-20T00:00:00Z') + (n % 4) * DAY + (n % 24) * HOUR,
  endedAt: at('2026-11-20T00:30:00Z') + (n % 4) * DAY + (n % 24) * HOUR,
}));

/** A farm on loopback, and a server that has just started in front of it. */
class Studio {
  aws!: TestAws;
  /** For twelve queues, which take two aggregations. */
  query!: CostQuery;
  timing = new NoWaiting();
  #aggregations = new Aggregations(this.timing);
  #removeFolder = async () => {};

  async open(): Promise<void> {
    const { folder, remove } = await temporaryFolder();
    this.#removeFolder = remove;
    this.aws = await startWithSessions(folder, [...clockChange, ...twelveQueues], TEST_NOW);
    pointAt(this.aws.url);
    const farmId = (await listFarms(undefined)).data[0]?.farmId ?? '';
    this.query = {
      ...{ farmId, from: at('2026-11-20T00:00:00Z'), to: at('2026-11-24T00:00:00Z'), zone: 'UTC' },
      ...{ period: 'DAILY', keys: ['QUEUE_ID', 'USER_ID'], statistics: STATISTICS },
      resources: { kind: 'queue', ids: [] },
    };
    const ids = await this.queueIds((name) => name.startsWith('q'));
    this.query = { ...this.query, resources: { kind: 'queue', ids } };
  }

  async close(): Promise<void> {
    await this.aws.close();
    await this.#removeFolder();
  }

  restart(): void {
    pointAt(this.aws.url);
    this.aws.clock.set(TEST_NOW);
    this.timing = new NoWaiting();
    this.#aggregations = new Aggregations(this.timing);
  }

  ask(
    query: CostQuery,
    options: Omit<Parameters<typeof ask>[1] & object, 'aggregations'> = {},
  ): Promise<Asked> {
    return ask(query, { ...options, aggregations: this.#aggregations });
  }

  get waiting(): Aggregations['waiting'] {
    return this.#aggregations.waiting;
  }

  async queueIds(matches: (name: string) => boolean): Promise<string[]> {
    const queues = (await listQueues(this.query.farmId)).data;
    return queues.filter(({ displayName }) => matches(displayName)).map(({ queueId }) => queueId);
  }

  /** The query for ten of the queues, which takes one aggregation. */
  few(change = (ids: readonly string[]) => ids): CostQuery {
    const { resources } = this.query;
    return { ...this.query, resources: { ...resources, ids: change(resources.ids.slice(0, 10)) } };
  }

  /** Counts the aggregations that really start from now on. */
  starts() {
    const { mock } = vi.spyOn(this.aws.world.farms, 'startAggregation');
    return {
      get requests() {
        return mock.calls
          .filter((_, call) => mock.settledResults[call]?.type === 'fulfilled')
          .map(([request]) => request);
      },
    };
  }

  fail(operation: string, code: string, status: number, times: number, headers = {}): void {
    const message = 'secret of arn:aws:iam::123456789012:role/x';
    this.aws.world.faults.inject(operation, { kind: 'exception', code, status, message, headers }, times);
  }

  /** AWS no longer fails, and calls are no longer refused because it did. */
  recover(): void {
    this.aws.world.faults.clear();
    forgetUpstreams();
  }

  passTime(ms: number): void {
    this.aws.clock.set(this.aws.clock.now() + ms);
    process.env.TRIPTYCH_NOW = new Date(this.aws.clock.now()).toISOString();
  }
}

/** The farm for the tests of a file. The server restarts before each of them. */
export function openStudio(): Studio {
  const studio = new Studio();
  beforeAll(() => studio.open());
  beforeEach(() => studio.restart());
  afterEach(() => {
    studio.aws.world.faults.clear();
    vi.restoreAllMocks();
  });
  afterAll(() => studio.close());
  return studio;
}

export const totalOf = ({ rows }: Costs): number =>
  rows.costUsd.sum.values.reduce((all, cost) => all + cost, 0);

export const rowsOf = (costs: Costs | undefined): SessionStatistics[] =>
  Array.from({ length: costs?.rows.length ?? 0 }, (_, row) => costs?.rows.at(row) as SessionStatistics);

/** Number of records; undefined without costs. */
export const recordsOf = (costs: Costs | undefined): number | undefined =>
  costs?.rows.count.values.reduce((all, count) => all + count, 0);
