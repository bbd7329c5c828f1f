import { QueryClient, QueryObserver, type QueryObserverOptions } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { RunArtifacts } from '@/lib/canary/artifacts/run-artifacts';
import { artifactsOptions, artifactTextOptions, reportOptions, waterfallOptions } from './artifacts';

const place = { name: 'login', location: 'bucket/run' };
const file = { ...place, file: 'file' };

/** How often a query on screen reads its answer: when it appears, at both kinds of refresh, and when it appears again. */
async function readCount(
  options: Pick<QueryObserverOptions, 'queryKey'>,
  answer: object,
  failures = 0,
): Promise<number> {
  const client = new QueryClient();
  let count = 0;
  const queryFn = async () => {
    count += 1;
    if (count <= failures) throw new Error('failed');
    return { data: answer };
  };
  const observer = () => new QueryObserver(client, { ...options, queryFn, retry: false });
  const first = observer();
  const leave = first.subscribe(() => undefined);
  await client.refetchQueries({ type: 'active' }, { cancelRefetch: false });
  await client.refetchQueries({ type: 'active' });
  await client.invalidateQueries();
  leave();
  observer().subscribe(() => undefined)();
  return count;
}

const listed = (...names: string[]): RunArtifacts => ({
  state: 'listed',
  files: names.map((name) => ({ name, kind: name.endsWith('.json') ? 'report' : 'log', bytes: 1 })),
  isCut: false,
  oddNameCount: 0,
});

test('reads a report, an archive and a text once', async () => {
  for (const options of [reportOptions(file), waterfallOptions(file), artifactTextOptions(file)])
    expect(await readCount(options, {})).toBe(1);
});

test('reads a file again that could not be read', async () => {
  expect(await readCount(reportOptions(file), {}, 1)).toBe(2);
});

test('reads a list once if the report is in it, and at each refresh otherwise', async () => {
  expect(await readCount(artifactsOptions(place), listed('run.log', 'SyntheticsReport-PASSED.json'))).toBe(1);
  expect(await readCount(artifactsOptions(place), listed('run.log'))).toBe(3);
  expect(await readCount(artifactsOptions(place), { state: 'gone', isLocal: true })).toBe(3);
});
