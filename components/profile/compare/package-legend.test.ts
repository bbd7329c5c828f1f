import { expect, it } from 'vitest';
import { OTHER_FILL, packageFill, UNPACKAGED_FILL } from '@/lib/profile/graph/frame-colour';
import { packageLegend } from './package-legend';

const sums = (samples: number, slots: number[], unpackaged: number, others: number) => ({
  ...{ samples, slots, unpackaged },
  others: { samples: others, count: others > 0 ? 1 : 0 },
  states: [],
});

it('lists packages with their self on both sides, in the colours of the page', () => {
  const slots = ['java.net', '', 'com.acme', 'java.io'];
  const self = { baseline: sums(200, [20, 0, 0, 0], 60, 120), comparison: sums(100, [5, 0, 30, 0], 0, 65) };
  const legend = packageLegend({ self, slots });
  expect(legend.map(({ label, share }) => `${label} ${share}`)).toEqual([
    'com.acme 0 % → 30.0 %',
    'java.net 10.0 % → 5.0 %',
    'no package 30.0 % → 0 %',
    'other packages 60.0 % → 65.0 %',
  ]);
  expect(legend.map(({ fill }) => fill)).toEqual([
    packageFill('com.acme', slots),
    packageFill('java.net', slots),
    UNPACKAGED_FILL,
    OTHER_FILL,
  ]);
  expect(legend.map(({ filter }) => filter)).toEqual([
    { search: 'package:com.acme' },
    { search: 'package:java.net' },
    { search: 'package:' },
    undefined,
  ]);
});
