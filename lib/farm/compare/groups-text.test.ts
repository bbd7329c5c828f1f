import { expect, test } from 'vitest';
import { GONE, NEW } from './changes';
import { groupsText } from './groups-text';

test.each<[number[], string]>([
  [[0, 0.5, Number.NaN], ''],
  [[NEW], '1 group is new since the earlier period.'],
  [[GONE, 0, GONE], '2 groups are gone since the earlier period.'],
  [[NEW, NEW, GONE], '2 groups are new and 1 is gone since the earlier period.'],
])('writes growths of %j as %j', (growth, text) => expect(groupsText(Float64Array.from(growth))).toBe(text));
