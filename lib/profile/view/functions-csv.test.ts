import { expect, it } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import { functionsCsv } from './functions-csv';

const FUNCTIONS = [
  { name: 'com.example.Cart:load', self: 10, total: 40 },
  { name: '=cmd()', self: 5, total: 5 },
];

it('has samples and shares of the whole profile', () => {
  expect([...functionsCsv(FUNCTIONS, { samples: 80, cost: undefined })].join('')).toBe(
    [
      'Function,Package,"Self, samples","Self, % of all samples","Total, samples","Total, % of all samples"',
      'com.example.Cart:load,com.example,10,12.5,40,50',
      "'=cmd(),,5,6.25,5,6.25",
      '',
    ].join('\r\n'),
  );
});

it('has costs in the time of the profile, in an hour and in a year', () => {
  const [head, first] = functionsCsv(FUNCTIONS, { samples: 80, cost: { usd: 16, ms: 4 * HOUR } });
  expect(head).toContain(
    '"Self cost, US $ profile’s time","Self cost, US $ an hour","Self cost, US $ a year","Total cost, US $ profile’s time"',
  );
  expect(first).toBe('com.example.Cart:load,com.example,10,12.5,40,50,2,0.5,4380,8,2,17520\r\n');
});
