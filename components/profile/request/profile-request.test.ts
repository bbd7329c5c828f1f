import { describe, expect, it } from 'vitest';
import { functionKey } from '@/lib/profile/tree/path-key';
import { DAY } from '@/lib/time/duration';
import { frameChoice, functionsChoice, profileRequest, requestedWidth, viewChoice } from './profile-request';

const NOW = Date.parse('2026-11-24T14:32:10Z');
const span = { from: NOW - 40 * DAY, to: NOW };

describe('profileRequest', () => {
  it('requests the range', () => {
    expect(profileRequest('g', span, { latest: null, maxDepth: 9 })).toEqual({
      group: 'g',
      startTime: span.from,
      endTime: span.to,
      maxDepth: 9,
    });
  });

  it('requests the latest profile by its period alone', () => {
    expect(profileRequest('g', span, { latest: 'PT1H', maxDepth: null })).toEqual({
      group: 'g',
      period: 'PT1H',
    });
  });
});

const chosen = {
  view: 'overview' as const,
  inspected: '',
  colours: 'package' as const,
  mine: [],
  data: null,
  focus: '',
  search: '',
  hidden: [],
  collapsed: [],
  recursion: null,
  chains: null,
};
const [main, parse] = [functionKey('main'), functionKey('parse')];

describe('frameChoice', () => {
  it('keeps only a valid focus and a search with text', () => {
    expect(frameChoice({ ...chosen, data: 'cpu', focus: main, search: ' Map ' })).toEqual({
      data: 'cpu',
      focus: main,
      search: 'map',
    });
    expect(frameChoice({ ...chosen, data: ['IDLE'], focus: 'no key', search: ' ' })).toEqual({
      data: ['IDLE'],
    });
  });

  it('leaves out hidden, collapsed and recursion settings at their defaults', () => {
    expect(frameChoice(chosen)).toEqual({});
    expect(frameChoice({ ...chosen, hidden: [main], collapsed: [parse], recursion: 'folded' })).toEqual({
      hidden: [main],
      collapsed: [parse],
      recursion: 'folded',
    });
  });
});

describe('viewChoice', () => {
  it('requests the graph of the view', () => {
    const focus = `${main}.${parse}`;
    expect(viewChoice({ ...chosen, view: 'hotspots', focus }, 0)).toEqual({
      width: 1600,
      view: 'hotspots',
      focus,
    });
    expect(viewChoice({ ...chosen, view: 'inspect', inspected: main, focus }, 0)).toEqual({
      width: 1600,
      view: 'inspect',
      inspected: main,
    });
    expect(viewChoice({ ...chosen, view: 'inspect' }, 0)).toEqual({ width: 1600, view: 'inspect' });
    expect(viewChoice({ ...chosen, view: 'functions' }, 0)).toEqual({ width: 1600 });
    const mine = ['com.acme.'];
    expect(viewChoice({ ...chosen, mine }, 0)).toEqual({ width: 1600 });
    expect(viewChoice({ ...chosen, mine, colours: 'mine' }, 0)).toEqual({ width: 1600, mine });
    expect(viewChoice({ ...chosen, mine, colours: 'mine', view: 'compare' }, 0)).toEqual({ width: 1600 });
  });
});

describe('functionsChoice', () => {
  it('keeps the focus of an overview only', () => {
    expect(functionsChoice({ ...chosen, focus: main })).toEqual({ focus: main });
    expect(functionsChoice({ ...chosen, view: 'hotspots', focus: main })).toEqual({});
  });
});

describe('requestedWidth', () => {
  it('grows in steps up to the maximum', () => {
    expect([0, 1600, 1601, 1800, 1e9].map(requestedWidth)).toEqual([1600, 1600, 1800, 1800, 8000]);
  });
});
