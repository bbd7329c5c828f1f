import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PHASES, segmentsOf, type WebRequest, waterfallSpan } from './waterfall';

const request = (started: number, durationMs: number, phases: WebRequest['phases'] = {}): WebRequest => ({
  method: 'GET',
  url: 'https://shop.example/',
  status: 200,
  started,
  durationMs,
  phases,
});

test('places a request and its phases on the time of all requests', () => {
  const requests = [request(1000, 100, { dns: 20, wait: 60, receive: 20 }), request(1100, 100)];
  const span = waterfallSpan(requests);
  expect(span).toEqual({ from: 1000, to: 1200 });
  expect(segmentsOf(requests[0] as WebRequest, { from: 1000, to: 1200 })).toEqual({
    from: 0,
    to: 0.5,
    segments: [
      { phase: 'dns', from: 0, to: 0.1 },
      { phase: 'wait', from: 0.1, to: 0.4 },
      { phase: 'receive', from: 0.4, to: 0.5 },
    ],
  });
  expect(waterfallSpan([])).toBeUndefined();
});

test('never draws outside of the axis, whatever the archive has', () => {
  const phases = fc.record(Object.fromEntries(PHASES.map((phase) => [phase, fc.nat(5000)])));
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(10_000), phases, (started, durationMs, of) => {
      const one = request(started, durationMs, of);
      const { from, to, segments } = segmentsOf(one, { from: 2000, to: 7000 });
      for (const part of [{ from, to }, ...segments]) {
        expect(part.from).toBeGreaterThanOrEqual(0);
        expect(part.to).toBeLessThanOrEqual(1);
        expect(part.to).toBeGreaterThanOrEqual(part.from);
      }
    }),
  );
});
