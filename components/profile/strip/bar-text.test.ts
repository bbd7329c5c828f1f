import { expect, test } from 'vitest';
import type { SampleBar } from '@/lib/profile/range/sample-bars';
import { barText } from './bar-text';

const read = (states: Record<string, number>): SampleBar => ({
  start: 0,
  status: 'read',
  samples: Object.values(states).reduce((sum, samples) => sum + samples, 0),
  states: Object.entries(states).map(([state, samples]) => ({ state, samples })),
});
const unread = (status: SampleBar['status']): SampleBar => ({ start: 0, status, samples: 0, states: [] });

test.each([
  ['no profile', []],
  ['1,240 samples: RUNNABLE 1,200, NATIVE 40', [read({ RUNNABLE: 1200, NATIVE: 40 })]],
  ['0 samples', [read({})]],
  ['7 samples', [read({ WALL_TIME: 7 })]],
  ['9 samples: RUNNABLE 6, NATIVE 3', [read({ RUNNABLE: 4, NATIVE: 3 }), read({ RUNNABLE: 2, NATIVE: 0 })]],
  ['7 samples in 1 of 2 profiles', [read({ WALL_TIME: 7 }), unread('waiting')]],
  ['samples not read yet', [unread('waiting')]],
  ['samples could not be read', [unread('failed')]],
  ['samples not read', [unread('leftOut')]],
])('says %s', (text, bars) => expect(barText(bars)).toBe(text));
