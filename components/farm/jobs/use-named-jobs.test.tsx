import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import { rowForTest } from '@/lib/farm/row-for-test';
import { rowsForTest } from '@/lib/farm/rows/rows-for-test';
import { jobNamesOptions } from '@/lib/queries/job-names';
import type { JobsCosts } from './use-jobs-costs';
import { useNamedJobs } from './use-named-jobs';

const rows = rowsForTest(
  ['JOB_ID'],
  [
    rowForTest({ jobId: 'job-1', jobName: 'comp', costUsd: { sum: 5 } }),
    rowForTest({ jobId: 'job-2', costUsd: { sum: 4 } }),
  ],
);

/** Names and notes of the jobs of costs of queues, where AWS names `job-2` if it is asked with its queue. */
function named(queueIds: string[], isOwn = false): string {
  const client = new QueryClient();
  const request = { farmId: 'farm', queueId: 'fx', jobIds: ['job-2'] };
  const answer = { data: [{ jobId: 'job-2', name: 'light' }], warnings: ['Some are old.'] };
  client.setQueryData(jobNamesOptions([request]).queryKey, answer);
  const query: CostQuery = {
    ...{ farmId: 'farm', from: 0, to: 1, zone: 'UTC', period: 'HOURLY', keys: ['JOB_ID'] },
    ...{ statistics: ['SUM'], resources: { kind: 'queue', ids: queueIds } },
  };
  const jobs = { kind: 'known', isOwn, asked: { query }, costs: { rows } } as unknown as JobsCosts;
  function Named() {
    const { found, warnings } = useNamedJobs(jobs, new Map([['job-2', 'as on the page']]));
    return [...(found?.jobs.map(({ name }) => name) ?? []), ...warnings].join(' | ');
  }
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <Named />
    </QueryClientProvider>,
  );
}

test('names jobs that the statistics don’t, by their only queue', () => {
  expect(named(['fx'])).toBe('comp | light | Some are old.');
});

test('says that jobs can be named only by their queues', () => {
  expect(named(['fx', 'light'])).toMatch(
    /^comp \| job-2 \| 1 job without a name .* can be named only by its queue/,
  );
});

test('takes the names of the page for its own jobs', () => {
  expect(named(['fx'], true)).toBe('comp | as on the page');
});
