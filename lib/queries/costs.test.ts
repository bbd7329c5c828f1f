import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import { CostCollector } from '@/lib/farm/stream/collect-costs';
import { costProgressOptions, costsOptions } from './costs';

const query: CostQuery = {
  ...{
    farmId: 'farm',
    from: 0,
    to: 1,
    zone: 'UTC',
    period: 'HOURLY',
    keys: ['QUEUE_ID'],
    statistics: ['SUM'],
  },
  resources: { kind: 'queue', ids: ['queue'] },
};
const segments = [{ from: 0, to: 1, offsetMs: 0 }];
const costs = () =>
  new CostCollector({ type: 'plan', segments, period: 'HOURLY', keys: ['QUEUE_ID'], notes: [] }).end({
    ...{ type: 'end', asOf: 0, coverage: { from: 0, to: 1 }, rowCount: 0, isCut: false },
  });

test('asks for newer figures only after an invalidation', async () => {
  const client = new QueryClient();
  const asked: boolean[] = [];
  const options = costsOptions(query, async (_, { fresh }) => {
    asked.push(fresh);
    return costs();
  });
  const observer = new QueryObserver(client, options);
  const unsubscribe = observer.subscribe(() => undefined);
  await observer.refetch();
  await client.refetchQueries(options);
  await client.invalidateQueries(options);
  await client.refetchQueries(options);
  unsubscribe();
  expect(asked).toEqual([false, false, true, false]);
});

test('keeps the progress of the latest request', async () => {
  const client = new QueryClient();
  const { queryKey } = costProgressOptions(query);
  const seen: unknown[] = [];
  const ask: Parameters<typeof costsOptions>[1] = async (_, { onProgress }) => {
    seen.push(client.getQueryData(queryKey));
    onProgress({ phase: 'aggregating', aggregation: 1, aggregationCount: 1, rowCount: 0 });
    return costs();
  };
  await client.fetchQuery(costsOptions(query, ask));
  expect(client.getQueryData(queryKey)).toMatchObject({ phase: 'aggregating' });
  await client.fetchQuery({ ...costsOptions(query, ask), staleTime: 0 });
  expect(seen).toEqual([null, null]);
});
