import { describe, expect, it } from 'vitest';
import { GROUP_COLUMNS, type GroupOrder, nextOrder } from './group-params';
import { type GroupFigures, inOrderOf, matchingGroups, sortGroups } from './sort-groups';

type Figures = { samples?: number; before?: number; self?: number; selfBefore?: number };

function row(
  name: string,
  figures: Figures | undefined,
  anomalyCount?: number,
  reported?: number,
): GroupFigures {
  const { samples = 100, before = 100, self = 10, selfBefore = 10 } = figures ?? {};
  const data = {
    group: name,
    preset: 'cpu' as const,
    states: ['RUNNABLE'],
    samples,
    hottest: { name: 'f', self },
    before: { samples: before, self: selfBefore },
  };
  return {
    group: { name, computePlatform: 'Default', ...(reported && { latestAgentProfileReportedAt: reported }) },
    summary: figures && { data, asOf: 0, partial: false, warnings: [] },
    anomalyCount,
  };
}

const rows = [
  row('b', { samples: 50, before: 100, self: 40, selfBefore: 10 }, 0, 5),
  row('a', { samples: 200, before: 100, self: 20, selfBefore: 30 }, 2, 9),
  row('d', undefined),
  row('c', { samples: 90, before: 90, self: 18, selfBefore: 18 }, 1, 7),
];
const sorted = (order: GroupOrder) =>
  sortGroups(rows, order)
    .map(({ group }) => group.name)
    .join('');

describe('sortGroups', () => {
  it.each([
    ['name', 'abcd'],
    ['samples', 'bcad'],
    ['change', 'bcad'],
    ['hottest', 'acbd'],
    ['points', 'acbd'],
    ['anomalies', 'bcad'],
    ['reported', 'bcad'],
  ] as const)('sorts by %s in both directions, unknown figures last', (column, expected) => {
    expect(sorted(column)).toBe(expected);
    const reversed = [...expected.replace('d', '')].reverse().join('');
    expect(sorted(`-${column}`)).toBe(column === 'name' ? 'dcba' : `${reversed}d`);
  });

  it('sorts a change within the sampling error as none', () => {
    const chance = row('b', { samples: 100, before: 100, self: 40, selfBefore: 35 });
    const clear = row('a', { samples: 100, before: 100, self: 10, selfBefore: 60 });
    const same = row('c', {});
    const names = sortGroups([clear, same, chance], '-points').map(({ group }) => group.name);
    expect(names).toEqual(['b', 'c', 'a']);
  });

  it('sorts equal groups by name', () => {
    const equal = [row('y', {}), row('x', {}), row('z', undefined)];
    expect(sortGroups(equal, '-samples').map(({ group }) => group.name)).toEqual(['x', 'y', 'z']);
  });
});

it('keeps an earlier order of rows, with new ones last', () => {
  const kept = inOrderOf(rows, ['c', 'gone', 'b', 'a']).map(({ group }) => group.name);
  expect(kept).toEqual(['c', 'b', 'a', 'd']);
});

it('sorts names from the first and figures from the highest, and reverses on a second click', () => {
  for (const column of GROUP_COLUMNS) {
    const first = nextOrder(column === 'name' ? '-samples' : 'name', column);
    expect(first).toBe(column === 'name' ? 'name' : `-${column}`);
    expect(nextOrder(first, column)).toBe(column === 'name' ? '-name' : column);
  }
});

it('finds groups by a part of their name in any case', () => {
  const groups = ['search', 'render-checkout', 'Checkout'].map((name) => ({
    name,
    computePlatform: 'Default',
  }));
  expect(matchingGroups(groups, ' CHECK ').map(({ name }) => name)).toEqual(['Checkout', 'render-checkout']);
  expect(matchingGroups(groups, '')).toHaveLength(3);
});
