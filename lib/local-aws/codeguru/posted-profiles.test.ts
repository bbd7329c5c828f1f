import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY, MINUTE } from '@/lib/time/duration';
import { agentProfile } from './agent-profile-for-test';
import { aggregationOf, WINDOW, windowOf } from './aggregation';
import { coarsestCover } from './cover';
import { PostedProfiles } from './posted-profiles';

const FROM = Date.parse('2026-11-21T22:00:00Z');
const NOW = FROM + 2 * DAY;

const action = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('post' as const),
      start: fc.integer({ min: 0, max: 50 }).map((steps) => FROM + steps * 31 * MINUTE),
      token: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      samples: fc.integer({ min: 1, max: 1000 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'read' as const }) },
);

it('neither loses nor doubles a count, whatever is posted, read, repeated and restarted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 14 }), async (actions) => {
      const folder = await mkdtemp(join(tmpdir(), 'local-aws-posts-'));
      let profiles = await PostedProfiles.open(folder, NOW);
      const expected = new Map<string, { start: number; samples: number }>();
      const total = async (from: number, to: number) => {
        const { tree } = await profiles.read(coarsestCover({ from, to }, NOW, NOW), NOW);
        return tree.total[0]?.[0] ?? 0;
      };
      const naive = (from: number, to: number) =>
        [...expected.values()]
          .filter(({ start }) => windowOf(start) >= from && windowOf(start) + WINDOW <= to)
          .reduce((sum, { samples }) => sum + samples, 0);

      for (const step of actions) {
        if (step.kind === 'post') {
          const { start, token, samples } = step;
          const bytes = agentProfile(new Date(start).toISOString(), `main ${samples}`);
          await profiles.add({ bytes, start, token, receivedAt: NOW });
          if (!expected.has(token)) expected.set(token, { start, samples });
        } else if (step.kind === 'restart') {
          await profiles.settled();
          profiles = await PostedProfiles.open(folder, NOW);
        } else {
          expect(await total(FROM, NOW)).toBe(naive(FROM, NOW));
        }
      }
      const day = windowOf(FROM + DAY, aggregationOf.P1D.length);
      for (const [from, to] of [
        [FROM, NOW],
        [day, day + DAY],
        [FROM + 25 * MINUTE, day + 95 * MINUTE],
      ] as const) {
        expect(await total(from, to)).toBe(naive(from, to));
      }
      await profiles.settled();
      await rm(folder, { recursive: true });
    }),
    { numRuns: 25 },
  );
});
