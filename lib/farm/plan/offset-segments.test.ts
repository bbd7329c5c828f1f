import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { zoneOffset } from '@/lib/time/zone';
import { offsetSegments } from './offset-segments';

const at = (text: string) => Date.parse(text);
const iso = (instant: number) => new Date(instant).toISOString();

describe('offsetSegments', () => {
  it('is the range itself in a zone without a change', () => {
    const span = { from: at('2026-11-01T00:00:00Z'), to: at('2026-11-24T00:00:00Z') };
    expect(offsetSegments(span, 'Asia/Kolkata')).toEqual({ segments: [{ ...span, offsetMs: 5.5 * HOUR }] });
    expect(offsetSegments(span, 'UTC')).toEqual({ segments: [{ ...span, offsetMs: 0 }] });
  });

  it.each([
    ['Europe/Berlin', '2026-10-24T00:00:00Z', '2026-10-27T00:00:00Z', '2026-10-25T01:00:00.000Z', [2, 1]],
    ['Europe/Berlin', '2026-03-28T00:00:00Z', '2026-03-30T00:00:00Z', '2026-03-29T01:00:00.000Z', [1, 2]],
    [
      'America/Los_Angeles',
      '2026-10-30T00:00:00Z',
      '2026-11-03T00:00:00Z',
      '2026-11-01T09:00:00.000Z',
      [-7, -8],
    ],
    [
      'Australia/Lord_Howe',
      '2026-04-03T00:00:00Z',
      '2026-04-06T00:00:00Z',
      '2026-04-04T15:00:00.000Z',
      [11, 10.5],
    ],
  ])('is cut where the clocks of %s change', (zone, from, to, change, hours) => {
    const { segments } = offsetSegments({ from: at(from), to: at(to) }, zone);
    expect(segments.map(({ offsetMs }) => offsetMs / HOUR)).toEqual(hours);
    expect(segments.map((segment) => iso(segment.from))).toEqual([iso(at(from)), change]);
  });

  it('ends before a change at the very end of the range', () => {
    const change = at('2026-10-25T01:00:00Z');
    expect(offsetSegments({ from: change - DAY, to: change }, 'Europe/Berlin').segments).toHaveLength(1);
    expect(
      offsetSegments({ from: change - DAY, to: change + MINUTE }, 'Europe/Berlin').segments,
    ).toHaveLength(2);
  });

  it('is in UTC for a zone of quarter hours, and at the last offset for too many changes', () => {
    const span = { from: at('2026-11-01T00:00:00Z'), to: at('2026-11-24T00:00:00Z') };
    expect(offsetSegments(span, 'Asia/Kathmandu')).toEqual({
      segments: [{ ...span, offsetMs: 0 }],
      deviation: 'quarter hours',
    });
    const long = { from: at('2001-01-01T00:00:00Z'), to: at('2026-07-01T00:00:00Z') };
    expect(offsetSegments(long, 'Europe/Berlin')).toEqual({
      segments: [{ ...long, offsetMs: 2 * HOUR }],
      deviation: 'too many changes',
    });
  });

  it('covers every range without a gap, each part at its own offset', () => {
    const zones = [
      'Europe/Berlin',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'America/Santiago',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: at('2015-01-01T00:00:00Z') / MINUTE, max: at('2026-12-01T00:00:00Z') / MINUTE }),
        fc.integer({ min: 1, max: 400 * 24 * 60 }),
        (zone, start, minutes) => {
          const span = { from: start * MINUTE, to: (start + minutes) * MINUTE };
          const { segments } = offsetSegments(span, zone);
          expect([segments[0]?.from, segments.at(-1)?.to]).toEqual([span.from, span.to]);
          for (const [i, { from, to, offsetMs }] of segments.entries()) {
            expect(segments[i + 1]?.from ?? span.to).toBe(to);
            for (const instant of [from, (from + to) / 2, to - 1])
              expect(zoneOffset(instant, zone)).toBe(offsetMs);
          }
        },
      ),
    );
  });
});
