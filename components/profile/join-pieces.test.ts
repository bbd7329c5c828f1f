import { describe, expect, it } from 'vitest';
import { ProblemError } from '@/lib/answer/problem';
import { toCompact } from '@/lib/profile/compact';
import { callTree } from '@/lib/profile/text';
import { joinPieces } from './join-pieces';

const answer = (from: number, to: number) => ({
  data: {
    data: {
      group: 'g',
      tree: toCompact(callTree('a 1')),
      frames: 1,
      framesLeftOut: 0,
      deepest: 1,
      sampleWeights: {},
      focus: '',
      top: { functions: [], all: true, samples: 1 },
    },
    asOf: to + 5,
    coverage: { from, to },
    partial: false,
    warnings: ['Only a part.'],
  },
  error: null,
});
const failure = (code: string) => ({
  data: undefined,
  error: new ProblemError({ code, message: code, status: 404, retryable: false }),
});
const none = failure('ResourceNotFoundException');
const awaited = { data: undefined, error: null };

describe('joinPieces', () => {
  it('takes pieces without a profile as answered', () => {
    const joined = joinPieces([none, answer(10, 20), answer(20, 30)]);
    expect(joined).toMatchObject({ done: 3, failed: [], empty: false, asOf: 25 });
    expect(joined.coverage).toEqual({ from: 10, to: 30 });
    expect(joined.warnings).toEqual(['Only a part.']);
  });

  it('names the part in the middle that no piece covers', () => {
    const day = (at: number) => at * 24 * 3_600_000;
    const named = 'Nothing from 1970-01-08 00:00 to 1970-01-15 00:00 UTC is in this profile.';
    for (const middle of [none, failure('ThrottlingException')]) {
      const joined = joinPieces([answer(0, day(7)), middle, answer(day(14), day(21))]);
      expect(joined.warnings).toContain(named);
    }
    expect(joinPieces([answer(0, day(7)), awaited, answer(day(14), day(21))]).warnings).not.toContain(named);
  });

  it('is empty when no piece has a profile, and only then', () => {
    expect(joinPieces([none, none]).empty).toBe(true);
    expect(joinPieces([none, awaited]).empty).toBe(false);
    expect(joinPieces([none, failure('ThrottlingException')]).empty).toBe(false);
  });

  it('keeps what came when another piece failed', () => {
    const joined = joinPieces([failure('ThrottlingException'), answer(0, 9)]);
    expect(joined.failed.map(({ message }) => message)).toEqual(['ThrottlingException']);
    expect(joined).toMatchObject({ done: 1, empty: false });
    expect(joined.answers).toHaveLength(1);
  });
});
