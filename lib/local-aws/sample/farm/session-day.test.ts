import { describe, expect, it } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { dayLoad, isOutlierDay } from './calendar';
import { sampleFarms } from './sample-farms';
import { sampleDay } from './session-day';

const TODAY = Math.floor(Date.parse('2026-11-24T14:32:10Z') / DAY);
const LAST_60_DAYS = Array.from({ length: 60 }, (_, n) => TODAY - 60 + n);

const [studio, small] = sampleFarms;
if (!studio || !small) throw new Error('two sample farms are expected');

describe('sampleDay', () => {
  it('returns the same records each time', () => {
    expect(sampleDay(studio, TODAY)).toEqual(sampleDay(studio, TODAY));
    expect(sampleDay(studio, TODAY)).not.toEqual(sampleDay(studio, TODAY - 1));
  });

  it('returns only records that start on the day, with integer costs and a runtime', () => {
    for (const farm of sampleFarms) {
      for (const record of sampleDay(farm, TODAY)) {
        expect(Math.floor(record.startedAt / DAY)).toBe(TODAY);
        expect(record.endedAt).toBeGreaterThan(record.startedAt);
        expect(Number.isSafeInteger(record.costMicroUsd)).toBe(true);
        expect(record.costMicroUsd).toBeGreaterThan(0);
      }
    }
  });

  it('names an instance type for compute and a product for licences', () => {
    const shapes = new Set(
      sampleDay(studio, TODAY).map(({ usageType, instanceType, licenseProduct }) =>
        [usageType, instanceType ? 'type' : '-', licenseProduct ? 'product' : '-'].join(' '),
      ),
    );
    expect(shapes).toEqual(new Set(['COMPUTE type -', 'LICENSE - product', 'PERSISTENT_VOLUME - -']));
  });

  it('returns 600 to 1,200 records for a usual Monday and fewer than 300 for the Sunday after', () => {
    const monday = LAST_60_DAYS.find((day) => (day + 3) % 7 === 0 && dayLoad(studio.seed, day) < 1);
    if (monday === undefined) throw new Error('no usual Monday');
    expect(sampleDay(studio, monday).length).toBeGreaterThan(600);
    expect(sampleDay(studio, monday).length).toBeLessThan(1200);
    expect(sampleDay(studio, monday + 6).length).toBeLessThan(300);
  });
});

describe('60 sample days', () => {
  const records = LAST_60_DAYS.flatMap((day) => sampleDay(studio, day));

  it('touch every queue, fleet and user', () => {
    const seen = (key: 'queueId' | 'fleetId' | 'userId') =>
      new Set(records.map((record) => record[key])).size;
    expect([seen('queueId'), seen('fleetId'), seen('userId')]).toEqual([6, 4, 14]);
  });

  it('give each job one name, user and queue', () => {
    const jobs = new Map<string, string>();
    for (const { jobId, jobName, userId, queueId } of records) {
      const job = `${jobName} ${userId} ${queueId}`;
      expect(jobs.get(jobId) ?? job).toBe(job);
      jobs.set(jobId, job);
    }
  });

  it('have a crunch week with a busy Sunday', () => {
    const sundays = LAST_60_DAYS.filter((day) => (day + 3) % 7 === 6);
    expect(sundays.filter((day) => dayLoad(studio.seed, day) > 0.5)).toHaveLength(1);
  });

  it('have one job that costs more than any three others', () => {
    const days = LAST_60_DAYS.filter((day) => isOutlierDay(studio.seed, day));
    expect(days).toHaveLength(1);
    const costs = new Map<string, number>();
    for (const { jobId, costMicroUsd } of records) costs.set(jobId, (costs.get(jobId) ?? 0) + costMicroUsd);
    const [highest = 0, ...others] = [...costs.values()].sort((a, b) => b - a);
    expect(highest).toBeGreaterThan(others.slice(0, 3).reduce((a, b) => a + b, 0));
  });
});
