import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SessionStatistics, Stats } from '../session-statistics';
import { joinChunks } from './join-chunks';
import { ChunkReader, ChunkWriter } from './row-chunk';

const amount = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }), {
  nil: undefined,
});
const stats = fc
  .record({ min: amount, max: amount, avg: amount, sum: amount })
  .map((all): Stats => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));
const row = fc
  .record({
    job: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    userId: fc.constantFrom('ann', 'bo', '…', 'arn:x'),
    count: fc.integer({ min: 0, max: 1e6 }),
    hour: fc.integer({ min: 0, max: 5 }),
    costUsd: stats,
    runtimeSeconds: stats,
  })
  .map(
    ({ job, hour, ...rest }): SessionStatistics => ({
      ...rest,
      ...(job !== undefined && { jobId: `job-${job}`, jobName: `shot ${job}` }),
      from: hour * 3_600_000,
      to: (hour + 1) * 3_600_000,
    }),
  );

it('reads the rows that were written, over JSON and over several chunks', () => {
  fc.assert(
    fc.property(fc.array(fc.array(row, { maxLength: 10 }), { maxLength: 5 }), (pages) => {
      const keys = ['JOB_ID', 'USER_ID'] as const;
      const [writer, reader] = [new ChunkWriter(keys), new ChunkReader(keys)];
      const read = pages.map((rows) => reader.read(JSON.parse(JSON.stringify(writer.write(rows)))));
      expect(read).toEqual(JSON.parse(JSON.stringify(pages)));
    }),
  );
});

it('reads the same rows of chunks that were joined', () => {
  fc.assert(
    fc.property(fc.array(fc.array(row, { maxLength: 10 }), { maxLength: 5 }), (pages) => {
      const keys = ['JOB_ID', 'USER_ID'] as const;
      const writer = new ChunkWriter(keys);
      const joined = joinChunks(pages.map((rows) => writer.write(rows)));
      const read = new ChunkReader(keys).read(JSON.parse(JSON.stringify(joined)));
      expect(read).toEqual(JSON.parse(JSON.stringify(pages.flat())));
    }),
  );
});

it('sends each text and each bucket once', () => {
  const writer = new ChunkWriter(['USER_ID']);
  const rows = [{ userId: 'ann', count: 1, costUsd: {}, runtimeSeconds: {}, from: 0, to: 1 }];
  expect(writer.write(rows)).toMatchObject({ newIds: [['ann']], newBuckets: [[0, 1]], ids: [[0]] });
  expect(writer.write(rows)).toMatchObject({ newIds: [[]], newBuckets: [], ids: [[0]], bucket: [0] });
});
