import { expect, it } from 'vitest';
import { graphShareText } from './graph-share';

const match = (name: string) => ({ name, path: [name], share: 0.1 });
const functions = [
  { name: 'GC', self: 127, total: 127 },
  { name: 'json:dumps', self: 1, total: 80 },
];
const graph = { functions, samples: 1000, isComplete: true };

it('names the share of a recommended function in the graph with its base', () => {
  expect(graphShareText([match('GC'), match('GC')], graph, 'CPU')).toBe('GC 12.7 %, of CPU in this graph');
});

it('names each of several functions, because their totals can overlap', () => {
  expect(graphShareText([match('GC'), match('json:dumps')], graph, 'all samples')).toBe(
    'GC 12.7 %, dumps 8.0 %, of all samples in this graph',
  );
  const many = ['a', 'b', 'c', 'd', 'e'].map(match);
  expect(graphShareText(many, graph, 'CPU')).toBe('a 0 %, b 0 %, c 0 % and 2 more, of CPU in this graph');
});

it('is silent about a function that an incomplete list may have left out, and about an empty graph', () => {
  expect(graphShareText([match('a')], { ...graph, isComplete: false }, 'CPU')).toBe('');
  expect(graphShareText([match('GC')], { ...graph, samples: 0 }, 'CPU')).toBe('');
});
