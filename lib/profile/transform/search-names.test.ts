import { describe, expect, it } from 'vitest';
import { MAX_NAME_LENGTH, searchNames } from './search-names';

const names = ['', 'com.shop.Cart:total', 'com.shop.cart:Total', 'shop/cart', 'ä€😀', '</script>'];
const found = (query: string) => {
  const search = searchNames(names, query);
  return 'searchError' in search ? search.searchError : names.filter((_, i) => search.matching[i]);
};

describe('searchNames', () => {
  it('ignores case in text, but not in expressions without the flag i', () => {
    expect(found('cart')).toEqual(['com.shop.Cart:total', 'com.shop.cart:Total', 'shop/cart']);
    expect(found('/[Cc]art:\\w+$/')).toEqual(['com.shop.Cart:total', 'com.shop.cart:Total']);
    expect(found('/Cart:t/')).toEqual(['com.shop.Cart:total']);
    expect(found('/Cart:t/i')).toEqual(['com.shop.Cart:total', 'com.shop.cart:Total']);
    expect(found('/p/c/')).toEqual(['shop/cart']);
    expect(found('/^..\\x{1F600}$/')).toEqual(['ä€😀']);
    expect(found('')).toEqual([]);
  });

  it('explains what is wrong with an expression', () => {
    const reasonFor = (query: string) =>
      String(found(query)).replace('This expression can’t be searched for: ', '');
    expect(found('/(a/')).toBe('This expression can’t be searched for: a closing ) is missing in “(a”.');
    expect(reasonFor('/[z-a]/')).toBe('a range of characters is not valid in “z-a”.');
    expect(reasonFor('/a(?=b)/')).toBe('lookahead is not supported in “(?=”.');
    expect(reasonFor('/(a)\\1/')).toBe('this escape is not supported in “\\1”.');
    expect(reasonFor('/((a{100}){100}){100}/')).toBe('a number of repetitions is too large in “{100}”.');
  });

  it('takes linear time for expressions that make backtracking engines hang', () => {
    const long = 'a'.repeat(100_000);
    for (const query of [
      '/(a+)+$/',
      '/(a|a)*b$/',
      '/^(([a-z])+.)+[A-Z]([a-z])+$/',
      '/(.*)*=/',
      '/(a?){30}a{30}$/',
    ]) {
      expect(searchNames([long], query)).toHaveProperty('matching');
    }
  });

  it('stops when there is no time left', () => {
    const many = Array.from({ length: 500 }, (_, i) => `${'ab'.repeat(40)}${i}`);
    let checks = 0;
    const search = searchNames(many, '/a.{50}$/', () => ++checks < 3);
    expect(search).toEqual({
      searchError: 'The search took too long and was stopped. Try a simpler expression.',
    });
    expect(checks).toBe(3);
  });

  it('matches only the beginning of a very long name', () => {
    const search = (at: number) => searchNames([`${'-'.repeat(at)}x${'-'.repeat(100_000)}`], '/x/');
    expect(search(MAX_NAME_LENGTH - 1)).toEqual({ matching: Uint8Array.of(1) });
    expect(search(MAX_NAME_LENGTH)).toEqual({ matching: Uint8Array.of(0) });
  });
});
