import { expect, it, vi } from 'vitest';
import { GET as getHistory } from '@/app/api/canaries/[name]/history/route';
import { callRoute, pointAt, startTestAws } from '../../test-support';

it('refuses a dry run’s id with scheduled runs before any call, and bad instants', async () => {
  const aws = await startTestAws({ sample: true });
  pointAt(aws.url);
  const { mock } = vi.spyOn(aws.world.canaries, 'runs');
  const dryRunId = '1b4d2f6a-0c3e-4f5a-8b7c-9d0e1f2a3b4c';
  for (const [query, field] of [
    [`from=1&runType=CANARY_RUN&dryRunId=${dryRunId}`, 'dryRunId'],
    [`from=1&dryRunId=${dryRunId}`, 'dryRunId'],
    ['', 'from'],
    ['from=now', 'from'],
    ['from=1&after=-1', 'after'],
    ['from=1&runType=ALL', 'runType'],
  ]) {
    const { status, body } = await callRoute(getHistory, {
      path: `/?${query}`,
      params: { name: 'sample-api-health' },
    });
    expect({ status, field: body.error.field }).toEqual({ status: 400, field });
  }
  const missing = await callRoute(getHistory, { path: '/?from=1', params: { name: 'missing' } });
  expect(missing.body.error.code).toBe('ResourceNotFoundException');
  expect(mock.calls).toHaveLength(0);
  await aws.close();
});
