import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { SettableClock } from '../clock';
import { openWorld } from '../world';
import { pageToken, readPageToken } from './page-token';
import { NOW } from './test-support';

const clock = new SettableClock(NOW);
let folder: string;
let world: Awaited<ReturnType<typeof openWorld>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-synthetics-'));
  world = await openWorld({ folder, clock, sample: false });
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

const request = fc.array(fc.oneof(fc.string(), fc.constant(undefined)), { maxLength: 4 });
const position = fc.stringMatching(/^[0-9a-f-]{1,60}$/);

test('a token returns its position and has 4 to 252 characters', () => {
  fc.assert(
    fc.property(request, position, (request, position) => {
      const token = pageToken(world, request, position);
      expect(readPageToken(world, request, token)).toBe(position);
      expect(token.length).toBeGreaterThanOrEqual(4);
      expect(token.length).toBeLessThanOrEqual(252);
    }),
  );
});

test('a token is refused for another request', () => {
  const token = pageToken(world, ['GetCanaryRuns', 'a', 'dry', undefined], '1-a');
  const read = (...request: (string | undefined)[]) => readPageToken(world, request, token);
  expect(() => read('GetCanaryRuns', 'a', 'dry', 'id')).toThrow(/NextToken/);
  expect(() => read('GetCanaryRuns', 'b', 'dry', undefined)).toThrow(/NextToken/);
});

test('a token is valid for 24 hours', () => {
  const token = pageToken(world, ['GetCanaryRuns'], '1-a');
  clock.set(NOW + DAY - 1);
  expect(readPageToken(world, ['GetCanaryRuns'], token)).toBe('1-a');
  clock.set(NOW + DAY);
  expect(() => readPageToken(world, ['GetCanaryRuns'], token)).toThrow(/NextToken/);
  clock.set(NOW);
});

test('text that is not a token is refused', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4, maxLength: 252 }), (text) => {
      expect(() => readPageToken(world, ['GetCanaryRuns'], text)).toThrow(/NextToken/);
    }),
  );
});
