import { expect, it } from 'vitest';
import { OTHER_FILL, packageFill, UNPACKAGED_FILL } from '@/lib/profile/graph/frame-colour';
import { callTree } from '@/lib/profile/testing/text';
import { packageLegend } from './package-legend';

const sums = (samples: number, slots: number[], unpackaged: number, others: number) => ({
  ...{ samples, slots, unpackaged },
  others: { samples: others, count: 12 },
  states: [],
});

const tree = callTree('java.io.File.open 0\n  java.net.Socket.read 5');

it('lists packages with their self on both sides, drawn ones and what lies deeper, in the colours of the page', () => {
  const slots = ['java.net', '', 'com.acme', 'java.io'];
  const self = { baseline: sums(200, [20, 0, 0, 0], 60, 20), comparison: sums(100, [5, 0, 30, 0], 0, 65) };
  const legend = packageLegend({ self, slots, deeper: { maxDepth: 20 } }, { tree, focus: 0 });
  expect(legend.map(({ label, share }) => `${label} ${share}`)).toEqual([
    'com.acme 0 % → 30.0 %',
    'java.net 10.0 % → 5.0 %',
    'no package 30.0 % → 0 %',
    'java.io 0 % → 0 %',
    '12 more packages 10.0 % → 65.0 %',
    'deeper than 20 frames 50.0 % → 0 %',
  ]);
  expect(legend.map(({ fill }) => fill)).toEqual([
    packageFill('com.acme', slots),
    packageFill('java.net', slots),
    UNPACKAGED_FILL,
    packageFill('java.io', slots),
    OTHER_FILL,
    undefined,
  ]);
  expect(legend.map(({ filter }) => filter)).toEqual([
    { search: 'package:com.acme' },
    { search: 'package:java.net' },
    { search: 'package:' },
    { search: 'package:java.io' },
    { search: 'package:-java.net,com.acme,java.io' },
    undefined,
  ]);
});
