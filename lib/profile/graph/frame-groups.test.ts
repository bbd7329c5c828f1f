import { describe, expect, it } from 'vitest';
import { callTree } from '../testing/text';
import { samplesOf } from '../transform/screen';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { frameGroups } from './frame-groups';

const tree = callTree(`
  com.example.shop.Cart:Cart:add 1
    json.codec:encode 3
  <Sleep> 6
`);
const samples = { total: samplesOf(tree, ['WALL_TIME']) };
const legend = (colours: 'package' | 'mine' | 'state', mine: string[] = []) =>
  frameGroups(tree, samples, { colours, mine, states: ['WALL_TIME'] }).legend.map(
    ({ label, share }) => `${label} ${share}`,
  );

describe('frameGroups', () => {
  it('groups frames by package, by self samples', () => {
    expect(legend('package')).toEqual(['no package 0.6', 'json 0.3', 'com.example.shop 0.1']);
  });

  it('separates own code from other code by prefix', () => {
    expect(legend('mine', ['com.example.', ''])).toEqual(['Other code 0.9', 'My code 0.1']);
    expect(legend('mine')).toEqual(['Other code 1']);
  });

  it('gives a frame the colour of the state with most of its samples', () => {
    const builder = new CallTreeBuilder();
    builder.open('a');
    builder.count('BLOCKED', 2);
    builder.open('b');
    builder.count('RUNNABLE', 5);
    const both = builder.finish();
    const states = ['RUNNABLE', 'BLOCKED'];
    const total = samplesOf(both, states);
    const { legend: groups, fillOf } = frameGroups(both, { total }, { colours: 'state', mine: [], states });
    expect(groups.map(({ label }) => label)).toEqual(['RUNNABLE']);
    expect(fillOf(1)).toBe(fillOf(2));
    const blocked = frameGroups(both, { total }, { colours: 'state', mine: [], states: ['BLOCKED'] });
    expect(blocked.fillOf(1)).not.toBe(fillOf(1));
  });
});
