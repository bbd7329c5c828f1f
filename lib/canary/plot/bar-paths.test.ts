import { expect, test } from 'vitest';
import { barPaths, breakPath, retryPaths, symbolPaths } from './bar-paths';
import type { RunBar } from './run-bars';

const bar = (x: number, more: Partial<RunBar> = {}): RunBar => ({
  ...{ x, width: 4, height: 50, outcome: 'passed', isCut: false, at: 0, first: 0 },
  ...{ count: 1, share: 1, retries: [] },
  ...more,
});

test('has one path an outcome, the worst last', () => {
  const paths = barPaths([bar(0, { outcome: 'failed' }), bar(10), bar(20)], 160);
  expect(paths).toEqual([
    { outcome: 'passed', d: 'M10 110h4v50h-4zM20 110h4v50h-4z' },
    { outcome: 'failed', d: 'M0 110h4v50h-4z' },
  ]);
});

test('fills the share of a bar’s runs that have its outcome, and never less than can be seen', () => {
  const paths = barPaths(
    [bar(0, { outcome: 'failed', share: 0.4 }), bar(10, { outcome: 'failed', share: 0.01 })],
    160,
  );
  expect(paths).toEqual([
    { outcome: 'rest', d: 'M0 110h4v30h-4zM10 110h4v47h-4z' },
    { outcome: 'failed', d: 'M0 140h4v20h-4zM10 157h4v3h-4z' },
  ]);
});

test('draws retries below their schedule, and breaks on cut bars alone', () => {
  expect(retryPaths([bar(10, { retries: ['failed', 'passed'] })], 162)).toEqual([
    { outcome: 'passed', d: 'M10 169h4v5h-4z' },
    { outcome: 'failed', d: 'M10 162h4v5h-4z' },
  ]);
  expect(breakPath([bar(10)])).toBe('');
  expect(breakPath([bar(10, { isCut: true })])).toMatch(/^M9 9l6 -4/);
});

test('drops symbols for worse ones', () => {
  const counts = symbolPaths([bar(0), bar(5, { outcome: 'failed' }), bar(10), bar(30)], 0).map(
    ({ outcome, d }) => `${outcome} ${d.match(/M/g)?.length}`,
  );
  expect(counts).toEqual(['passed 1', 'failed 1']);
});
