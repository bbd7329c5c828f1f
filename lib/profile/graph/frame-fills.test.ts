import { describe, expect, it } from 'vitest';
import { callTree } from '../testing/text';
import { chainName } from '../tree/frame-chain';
import { MINE_FILL, MIXED_FILL, OTHER_FILL, ROOT_FILL, slotFill, UNPACKAGED_FILL } from './frame-colour';
import { type Colouring, frameFills } from './frame-fills';
import { stateFill } from './state-fill';

const tree = callTree(`
  com.example.shop.Cart:Cart:add 1
    json.codec:encode 3
  <Sleep> 6
`);
const fills = (colouring: Partial<Colouring>) => {
  const fillOf = frameFills(tree, {
    ...{ colours: 'package', mine: [], states: ['WALL_TIME'], slots: ['json'] },
    ...colouring,
  });
  return [0, 1, 2, 3].map((node) => fillOf(node));
};

describe('frameFills', () => {
  it('colours the heaviest packages, and all others grey', () => {
    expect(fills({})).toEqual([ROOT_FILL, OTHER_FILL, slotFill(0), UNPACKAGED_FILL]);
  });

  it('gives folded frames of more than one package a grey of their own', () => {
    const names = [
      chainName(['json.a:f', 'json.a:g']),
      chainName(['json.a:f', 'xml.b:g']),
      chainName(['f', 'g']),
    ];
    const folded = { ...tree, names: ['', ...names], name: Uint16Array.from([0, 1, 2, 3]) };
    const fillOf = frameFills(folded, { colours: 'package', mine: [], states: [], slots: ['json'] });
    expect([1, 2, 3].map(fillOf)).toEqual([slotFill(0), MIXED_FILL, UNPACKAGED_FILL]);
  });

  it('separates own code from other code by prefix', () => {
    const mine = ['com.example.', ''];
    expect(fills({ colours: 'mine', mine })).toEqual([ROOT_FILL, MINE_FILL, OTHER_FILL, OTHER_FILL]);
  });

  it('gives a frame the colour of the state with most of its samples', () => {
    const both = callTree('a BLOCKED=2\n  b RUNNABLE=5');
    const colouring = { colours: 'state', mine: [], slots: [] } as const;
    const fillOf = frameFills(both, { ...colouring, states: ['RUNNABLE', 'BLOCKED'] });
    expect([fillOf(1), fillOf(2)]).toEqual([stateFill('RUNNABLE'), stateFill('RUNNABLE')]);
    expect(frameFills(both, { ...colouring, states: ['BLOCKED'] })(1)).toBe(stateFill('BLOCKED'));
    expect(stateFill('BLOCKED')).not.toBe(stateFill('RUNNABLE'));
  });
});
