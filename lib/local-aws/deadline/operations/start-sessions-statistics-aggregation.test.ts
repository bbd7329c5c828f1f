import { DeadlineClient, StartSessionsStatisticsAggregationCommand } from '@aws-sdk/client-deadline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedForTest, startForTest } from '../../started-for-test';

const UNKNOWN = '0'.repeat(32);
const START = '2026-11-20T00:00:00Z';
const END = '2026-11-24T00:00:00Z';

/** Any text in place of a date for the SDK to send. */
const asText = (text: string) => ({ toISOString: () => text, getTime: () => Number.NaN });

describe('StartSessionsStatisticsAggregation', () => {
  let local: StartedForTest;
  let client: DeadlineClient;
  let farmId: string;
  let queueId: string;
  let fleetId: string;

  beforeAll(async () => {
    local = await startForTest({ aggregationMs: 600_000 });
    client = new DeadlineClient(local.clientConfig);
    const [farm] = local.world.farms.farms;
    farmId = farm?.farmId ?? '';
    queueId = farm?.queues[0]?.queueId ?? '';
    fleetId = farm?.fleets[0]?.fleetId ?? '';
  });
  afterAll(() => local.close());

  /** The SDK validates nothing, so any input reaches the service. */
  function start(change: object = {}) {
    const input = {
      farmId,
      resourceIds: { queueIds: [queueId] },
      startTime: new Date(START),
      endTime: new Date(END),
      groupBy: ['QUEUE_ID' as const],
      statistics: ['SUM' as const],
      ...change,
    };
    return client.send(new StartSessionsStatisticsAggregationCommand(input));
  }

  const refused: [string, string, () => object][] = [
    ['farmId', 'a malformed farm', () => ({ farmId: 'farm-XYZ' })],
    ['resourceIds', 'no resources', () => ({ resourceIds: undefined })],
    ['resourceIds', 'an empty union', () => ({ resourceIds: {} })],
    ['resourceIds', 'both members', () => ({ resourceIds: { queueIds: [queueId], fleetIds: [fleetId] } })],
    ['resourceIds.queueIds', 'no queues', () => ({ resourceIds: { queueIds: [] } })],
    ['resourceIds.queueIds', '11 queues', () => ({ resourceIds: { queueIds: Array(11).fill(queueId) } })],
    ['resourceIds.queueIds.0', 'a fleet as a queue', () => ({ resourceIds: { queueIds: [fleetId] } })],
    ['resourceIds.fleetIds', 'no fleets', () => ({ resourceIds: { fleetIds: [] } })],
    ['startTime', 'no start', () => ({ startTime: undefined })],
    ['endTime', 'no end', () => ({ endTime: undefined })],
    ['endTime', 'an end before the start', () => ({ endTime: new Date('2026-11-19T00:00:00Z') })],
    ['startTime', 'a time without a zone', () => ({ startTime: asText('2026-11-20T00:00:00') })],
    ['startTime', 'the 30th of February', () => ({ startTime: asText('2026-02-30T00:00:00Z') })],
    ['endTime', 'an empty range', () => ({ endTime: new Date(START) })],
    ['timezone', 'a quarter hour', () => ({ timezone: 'UTC+05:45' })],
    ['timezone', 'a zone by name', () => ({ timezone: 'Europe/Berlin' })],
    ['timezone', 'more than 19 hours', () => ({ timezone: 'UTC+20:00' })],
    ['timezone', 'something after it', () => ({ timezone: 'UTC+05:30\n' })],
    ['period', 'another period', () => ({ period: 'YEARLY' })],
    ['groupBy', 'no grouping', () => ({ groupBy: undefined })],
    ['groupBy', 'an empty grouping', () => ({ groupBy: [] })],
    ['groupBy', 'three groupings', () => ({ groupBy: ['QUEUE_ID', 'FLEET_ID', 'JOB_ID'] })],
    ['groupBy.0', 'another key', () => ({ groupBy: ['COLOUR'] })],
    ['statistics', 'no statistics', () => ({ statistics: [] })],
    ['statistics', 'five statistics', () => ({ statistics: ['SUM', 'MIN', 'MAX', 'AVG', 'SUM'] })],
    ['statistics.0', 'another statistic', () => ({ statistics: ['MEDIAN'] })],
  ];
  it.each(refused)('refuses %s: %s', async (name, _, change) => {
    await expect(start(change())).rejects.toMatchObject({
      name: 'ValidationException',
      $metadata: { httpStatusCode: 400 },
      reason: 'FIELD_VALIDATION_FAILED',
      fieldList: expect.arrayContaining([expect.objectContaining({ name })]),
    });
  });

  const unknown: [string, () => object][] = [
    ['farm', () => ({ farmId: `farm-${UNKNOWN}` })],
    ['queue', () => ({ resourceIds: { queueIds: [queueId, `queue-${UNKNOWN}`] } })],
    ['fleet', () => ({ resourceIds: { fleetIds: [`fleet-${UNKNOWN}`] } })],
  ];
  it.each(unknown)('reports an unknown %s', async (resourceType, change) => {
    await expect(start(change())).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
      resourceType,
      resourceId: `${resourceType}-${UNKNOWN}`,
    });
  });

  it('runs one aggregation per farm at a time', async () => {
    const { aggregationId } = await start({ timezone: 'UTC-00:30', period: 'MONTHLY' });
    expect(aggregationId).toMatch(/^[0-9a-f]{32}$/);
    await expect(start()).rejects.toMatchObject({
      name: 'ThrottlingException',
      $metadata: { httpStatusCode: 429 },
      serviceCode: 'deadline',
      retryAfterSeconds: 1,
      context: { farmId, aggregationId },
    });
    const other = local.world.farms.farms[1];
    const resourceIds = { fleetIds: [other?.fleets[0]?.fleetId] };
    expect((await start({ farmId: other?.farmId, resourceIds })).aggregationId).toMatch(/^[0-9a-f]{32}$/);
  });
});
