import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Job, type RollUpNode, rollUp } from './roll-up';

const job = (name: string, costUsd: number): Job => ({
  id: name,
  name,
  costUsd,
  runtimeSeconds: 60,
  records: 2,
});
const parts = (name: string) => /^(\w+)_(sq\d+)_(sh\d+)$/.exec(name)?.slice(1);
const printed = (nodes: readonly RollUpNode[], indent = ''): string[] =>
  nodes.flatMap(({ part, costUsd, jobCount, children }) => [
    `${indent}${part} $${costUsd} ${jobCount}`,
    ...printed(children, `${indent}  `),
  ]);

describe('rollUp', () => {
  it('sums jobs by show, sequence and shot, the most expensive first', () => {
    const jobs = [
      job('dune_sq01_sh010', 5),
      job('dune_sq01_sh020', 7),
      job('dune_sq02_sh010', 30),
      job('duna_sq01_sh010', 1),
      job('a test', 4),
    ];
    const { nodes, unmatched } = rollUp(jobs, parts);
    expect(printed(nodes)).toEqual([
      'dune $42 3',
      '  sq02 $30 1',
      '    sh010 $30 1',
      '  sq01 $12 2',
      '    sh020 $7 1',
      '    sh010 $5 1',
      'duna $1 1',
      '  sq01 $1 1',
      '    sh010 $1 1',
    ]);
    expect(unmatched).toEqual({ jobCount: 1, costUsd: 4, runtimeSeconds: 60, records: 2 });
  });

  it('counts every job once on each level', () => {
    const jobs = fc.array(
      fc
        .tuple(
          fc.constantFrom('a', 'b', 'constructor'),
          fc.constantFrom('sq1', 'sq2', 'x'),
          fc.nat({ max: 500 }),
        )
        .map(([show, sequence, costUsd]) => job(`${show}_${sequence}_sh1`, costUsd)),
    );
    fc.assert(
      fc.property(jobs, (all) => {
        const { nodes, unmatched } = rollUp(all, parts);
        const whole = all.reduce((sum, { costUsd }) => sum + costUsd, 0);
        expect(nodes.reduce((sum, { costUsd }) => sum + costUsd, unmatched.costUsd)).toBe(whole);
        for (const { costUsd, jobCount, children } of nodes) {
          expect(children.reduce((sum, child) => sum + child.costUsd, 0)).toBe(costUsd);
          expect(children.reduce((sum, child) => sum + child.jobCount, 0)).toBe(jobCount);
        }
      }),
    );
  });
});
