import { QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { ProblemError } from '@/lib/answer/problem';
import { artifactsOptions, artifactTextOptions, reportOptions, waterfallOptions } from './artifacts';
import { isRefreshed } from './is-refreshed';
import { createQueryClient } from './query-client';

const problem = (retryable: boolean) =>
  new ProblemError({ code: 'ArtifactsDenied', message: '', status: 403, retryable });
const denied = problem(false);
const SETTLED = { isSettled: true };

test.each([
  ['an older answer', 9, null, SETTLED, true],
  ['an answer that the refresh brought', 10, null, undefined, false],
  ['a problem that may pass', 0, problem(true), SETTLED, true],
  ['a lasting problem of what changes', 0, denied, undefined, true],
  ['a lasting problem of what is settled', 0, denied, SETTLED, false],
])('an automatic refresh and %s', (_, dataUpdatedAt, error, meta, expected) => {
  expect(isRefreshed({ at: 10, isAutomatic: true })({ state: { dataUpdatedAt, error }, meta })).toBe(
    expected,
  );
});

test('reads denied artifacts again only when a person refreshes', async () => {
  const place = { name: 'login', location: 'bucket/run', file: 'file' };
  for (const options of [artifactsOptions, reportOptions, waterfallOptions, artifactTextOptions]) {
    const client = createQueryClient();
    let count = 0;
    const queryFn = async () => {
      count += 1;
      throw denied;
    };
    const observer = new QueryObserver<unknown>(client, {
      ...(options(place) as object),
      queryKey: ['any'],
      queryFn,
    });
    const leave = observer.subscribe(() => undefined);
    await client.refetchQueries({ type: 'active' }, { cancelRefetch: false });
    await client.refetchQueries({ type: 'active', predicate: isRefreshed({ at: 1, isAutomatic: true }) });
    expect(count).toBe(1);
    await client.invalidateQueries({ predicate: isRefreshed({ at: 1, isAutomatic: false }) });
    expect(count).toBe(2);
    leave();
  }
});
