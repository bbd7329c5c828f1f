import { expect, it } from 'vitest';
import { packProfile } from '@/lib/profile/codec/packed';
import { callTree } from '@/lib/profile/testing/text';
import { ProfileCache } from './profile-cache';

const whole = `
  com.acme.shop.Shop.run 1
    com.acme.cart.Cart.add 2
      com.acme.tax.Tax.of 3
        com.acme.sum.Sum.all 100
`;
/** The same profile as AWS cuts it at a depth of three frames. */
const cutByAws = `
  com.acme.shop.Shop.run 1
    com.acme.cart.Cart.add 2
      com.acme.tax.Tax.of 103
`;

it('gives packages down to a depth the same colours, whether the whole profile is cached or only part of it', () => {
  const slotsOf = (text: string) => {
    const cache = new ProfileCache(1_000_000);
    const tree = callTree(text);
    cache.load('key', packProfile({ tree, sampleWeights: {} }));
    const profile = cache.filtered({ keys: ['key'], maxDepth: 2 }, {});
    return profile?.whole.self(tree.states).slots.filter((name) => name !== '');
  };
  expect(slotsOf(whole)?.toSorted()).toEqual(['com.acme.cart', 'com.acme.shop']);
  expect(slotsOf(cutByAws)).toEqual(slotsOf(whole));
});
