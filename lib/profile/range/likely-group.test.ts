import { expect, it } from 'vitest';
import { DAY, HOUR } from '@/lib/time/duration';
import { likelyGroup } from './likely-group';

const span = { from: 10 * DAY, to: 10 * DAY + HOUR };
const group = (name: string, createdAt: number, newest?: number) => ({
  ...{ name, computePlatform: 'Default', createdAt },
  ...(newest !== undefined && { latestAggregatedProfile: { start: newest, period: 'PT5M' } }),
});

it.each([
  [
    'the first that reported then',
    [group('old', 0, DAY), group('a', 0, 11 * DAY), group('b', 0, 12 * DAY)],
    'a',
  ],
  [
    'one whose next profile is not aggregated yet',
    [group('old', 0, DAY), group('a', 0, span.from - HOUR)],
    'a',
  ],
  ['none that was created later', [group('new', 20 * DAY, 21 * DAY), group('a', 0, 11 * DAY)], 'a'],
  ['the first if none reported then', [group('empty', 0), group('old', 0, DAY)], 'empty'],
  ['nothing without groups', [], undefined],
])('chooses %s', (_, groups, name) => expect(likelyGroup(groups, span)).toBe(name));
