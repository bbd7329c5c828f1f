import { expect, it } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import type { SessionStatistics } from '../session-statistics';
import type { Costs } from './collect-costs';
import type { CostEvent } from './cost-event';
import { ChunkWriter } from './row-chunk';
import { receivedCosts, type SentCosts } from './sent-costs';

const FROM = Date.parse('2026-11-24T08:00:00Z');
const SPAN = { from: FROM, to: FROM + 2 * HOUR };

const row = (queueId: string, hour: number, sum: number): SessionStatistics => ({
  ...{ queueId, count: 1, costUsd: { sum }, runtimeSeconds: { sum: 60 } },
  ...{ from: FROM + hour * HOUR, to: FROM + (hour + 1) * HOUR },
});

const writer = new ChunkWriter(['QUEUE_ID']);
const rowsOf = (...rows: SessionStatistics[]): CostEvent => ({
  type: 'rows',
  ...{ aggregation: 0, segment: 0, chunk: writer.write(rows) },
});

const EVENTS: CostEvent[] = [
  {
    type: 'plan',
    segments: [{ ...SPAN, offsetMs: 0 }],
    ...{ period: 'HOURLY', keys: ['QUEUE_ID'], notes: ['A note.'] },
  },
  rowsOf(row('fx', 0, 1.5), row('comp', 0, 2)),
  rowsOf(row('fx', 1, 4)),
  { type: 'end', asOf: SPAN.to, coverage: SPAN, rowCount: 3, isCut: false },
];

/** As a page carries it. */
const received = (sent: SentCosts) => receivedCosts(JSON.parse(JSON.stringify(sent)));

it('makes a table of all rows of costs that came with a page', () => {
  const costs = received({ sentCosts: { keys: ['QUEUE_ID'], events: EVENTS } }) as Costs;
  expect([0, 1, 2].map((at) => costs.rows.at(at))).toEqual([
    row('fx', 0, 1.5),
    row('comp', 0, 2),
    row('fx', 1, 4),
  ]);
  expect(costs).toMatchObject({
    asOf: SPAN.to,
    coverage: SPAN,
    rowCount: 3,
    isCut: false,
    notes: ['A note.'],
  });
});

it('makes nothing of costs without an end', () => {
  expect(received({ sentCosts: { keys: ['QUEUE_ID'], events: EVENTS.slice(0, 2) } })).toBeUndefined();
});

it.each([null, undefined, 'text', { data: [] }])('leaves %j as it is', (data) => {
  expect(receivedCosts(data)).toBe(data);
});
