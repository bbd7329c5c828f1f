import { type APIRequestContext, expect } from '@playwright/test';
import { STEADY } from './servers';

/** A row of an aggregation as AWS sends it. */
export type RawRow = {
  queueId?: string;
  userId?: string;
  usageType?: string;
  instanceType?: string;
  count: number;
  costInUsd: { sum: number };
  runtimeInSeconds: { sum: number };
};

type RawRequest = {
  farmId: string;
  /** All queues of the farm by default. */
  queueIds?: string[];
  from: string;
  to: string;
  groupBy: string[];
};

/** The queues of a farm. */
export async function queuesOf(
  request: APIRequestContext,
  farmId: string,
): Promise<{ queueId: string; displayName: string }[]> {
  return (await (await request.get(`/api/farms/${farmId}/queues`)).json()).data;
}

/** The cost of queues of a farm, added up from AWS’s rows. */
export async function rawCost(
  request: APIRequestContext,
  costs: Omit<RawRequest, 'groupBy'>,
): Promise<number> {
  return costOf(await rawRows(request, { ...costs, groupBy: ['USAGE_TYPE'] }));
}

/** The cost of rows, US dollars. */
export const costOf = (rows: readonly RawRow[]): number =>
  rows.reduce((sum, { costInUsd }) => sum + costInUsd.sum, 0);

/** Every row of an aggregation by days in UTC, read from the AWS of the tests without the dashboard. */
export async function rawRows(
  request: APIRequestContext,
  { farmId, queueIds, from, to, groupBy }: RawRequest,
): Promise<RawRow[]> {
  const url = `http://127.0.0.1:${STEADY.localAwsPort}/2023-10-12/farms/${farmId}/sessions-statistics-aggregation`;
  const ids = queueIds ?? (await queuesOf(request, farmId)).map(({ queueId }) => queueId);
  const data = {
    ...{ resourceIds: { queueIds: ids }, startTime: from, endTime: to, groupBy },
    ...{ timezone: 'UTC+00:00', period: 'DAILY', statistics: ['SUM'] },
  };
  let aggregationId: string | undefined;
  // AWS refuses it while the farm's aggregation for another test runs.
  const start = async () => {
    aggregationId = (await (await request.post(url, { data })).json()).aggregationId;
    return aggregationId;
  };
  await expect.poll(start).toBeDefined();
  const rows: RawRow[] = [];
  let nextToken: string | undefined;
  do {
    const page = async () =>
      (
        await request.get(url, {
          params: { aggregationId: aggregationId ?? '', ...(nextToken && { nextToken }) },
        })
      ).json();
    await expect.poll(async () => (await page()).status).toBe('COMPLETED');
    const answer = await page();
    rows.push(...answer.statistics);
    nextToken = answer.nextToken;
  } while (nextToken);
  return rows;
}
