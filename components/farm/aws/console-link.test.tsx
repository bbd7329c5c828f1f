import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { AwsPlace } from '@/lib/download/aws-place';
import { awsPlaceOptions } from '@/lib/queries/aws-place';
import { QueuesTable } from '../queues-table';
import { FarmOfLinks, JobsOfQueue } from './console-context';
import { WithConsoleLinks } from './console-link';

const AWS: AwsPlace = { region: 'us-west-2', isLocal: false };
const label = (id: string, name: string) => ({ id, name, title: name });
const QUEUE = label('queue-1', 'lighting');
const JOB = label('job-1', 'sq010');

/** The names of the links in a part of a farm's page, and their paths in the console. */
function linksOf(part: ReactNode, place = AWS, farm: { farmId?: string } = { farmId: 'farm-0a' }) {
  const client = new QueryClient();
  client.setQueryData(awsPlaceOptions().queryKey, { data: place, asOf: 0, warnings: [], partial: false });
  const html = renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <MantineProvider>
        <FarmOfLinks {...farm}>{part}</FarmOfLinks>
      </MantineProvider>
    </QueryClientProvider>,
  );
  return [...html.matchAll(/<a [^>]*>/g)].map(([link]) => [
    /aria-label="Open (.*?) in the AWS console"/.exec(link)?.[1],
    /href="[^"#]*#([^"]*)"/.exec(link)?.[1],
  ]);
}

test('links the queue of a row, or its job where it has one', () => {
  const queue = (
    <WithConsoleLinks keys={['QUEUE_ID', 'USER_ID']} labels={[QUEUE, label('ann', 'Ann')]}>
      name
    </WithConsoleLinks>
  );
  expect(linksOf(queue)).toEqual([['lighting', '/farms/farm-0a/queues/queue-1']]);
  const both = (
    <WithConsoleLinks keys={['QUEUE_ID', 'JOB_ID']} labels={[QUEUE, JOB]}>
      name
    </WithConsoleLinks>
  );
  expect(linksOf(both)).toEqual([['sq010', '/farms/farm-0a/queues/queue-1/jobs/job-1']]);
});

test('links a job only where its queue is known', () => {
  const job = (queueId?: string) => (
    <WithConsoleLinks keys={['JOB_ID']} labels={[JOB]} queueId={queueId}>
      name
    </WithConsoleLinks>
  );
  expect(linksOf(job())).toEqual([]);
  expect(linksOf(job('queue-1'))).toEqual([['sq010', '/farms/farm-0a/queues/queue-1/jobs/job-1']]);
  expect(linksOf(<JobsOfQueue id="queue-2">{job()}</JobsOfQueue>)).toEqual([
    ['sq010', '/farms/farm-0a/queues/queue-2/jobs/job-1'],
  ]);
});

test('links the queues of a ranking to their own farms, and those of one farm to that', () => {
  const known = { queueId: 'queue-1', name: 'lighting', costUsd: 1, share: 0.5 };
  const ofFarm = (farmId: string) => ({ ...known, farm: { farmId, displayName: farmId } });
  const linkOf = () => 'lighting';
  const ranking = <QueuesTable queues={[ofFarm('farm-0a'), ofFarm('farm-0b')]} isRanking linkOf={linkOf} />;
  expect(linksOf(ranking, AWS, {})).toEqual([
    ['lighting', '/farms/farm-0a/queues/queue-1'],
    ['lighting', '/farms/farm-0b/queues/queue-1'],
  ]);
  const one = <QueuesTable queues={[known]} linkOf={linkOf} />;
  expect(linksOf(one)).toEqual([['lighting', '/farms/farm-0a/queues/queue-1']]);
  expect(linksOf(one, AWS, {})).toEqual([]);
});

test('links nothing in local-aws', () => {
  const queue = (
    <WithConsoleLinks keys={['QUEUE_ID']} labels={[QUEUE]}>
      name
    </WithConsoleLinks>
  );
  expect(linksOf(queue, { ...AWS, endpoint: 'http://127.0.0.1:4599', isLocal: true })).toEqual([]);
});
