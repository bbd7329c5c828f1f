import { describe, expect, it } from 'vitest';
import { MAX_NAME_LENGTH, searchNames } from './search-names';

const names = ['', 'com.shop.Cart:total', 'com.shop.cart:Total', 'shop/cart', 'ä€😀', '</script>'];
const found = (wanted: string) => {
  const search = searchNames(names, wanted);
  return 'refused' in search ? search.refused : names.filter((_, i) => search.matching[i]);
};

describe('searchNames', () => {
  it('finds a text whatever the case, and an expression by its own', () => {
    expect(found('cart')).toEqual(['com.shop.Cart:total', 'com.shop.cart:Total', 'shop/cart']);
    expect(found('/[Cc]art:\\w+$/')).toEqual(['com.shop.Cart:total', 'com.shop.cart:Total']);
    expect(found('/Cart:t/')).toEqual(['com.shop.Cart:total']);
    expect(found('/Cart:t/i')).toEqual(['com.shop.Cart:total', 'com.shop.cart:Total']);
    expect(found('/p/c/')).toEqual(['shop/cart']);
    expect(found('/^..\\x{1F600}$/')).toEqual(['ä€😀']);
    expect(found('')).toEqual([]);
  });

  it('tells what is wrong with an expression', () => {
    expect(found('/(a/')).toBe('missing closing ): (a');
    expect(found('/[z-a]/')).toBe('invalid character class range: z-a');
    expect(found('/a(?=b)/')).toBe('invalid or unsupported Perl syntax: (?=');
    expect(found('/(a)\\1/')).toBe('invalid escape sequence: \\1');
    expect(found('/((a{100}){100}){100}/')).toBe('invalid repeat count: {100}');
  });

  it('takes no longer for an expression over which others hang', () => {
    const long = 'a'.repeat(100_000);
    for (const wanted of [
      '/(a+)+$/',
      '/(a|a)*b$/',
      '/^(([a-z])+.)+[A-Z]([a-z])+$/',
      '/(.*)*=/',
      '/(a?){30}a{30}$/',
    ]) {
      expect(searchNames([long], wanted)).toHaveProperty('matching');
    }
  });

  it('ends when the time is over', () => {
    const many = Array.from({ length: 500 }, (_, i) => `${'ab'.repeat(40)}${i}`);
    let asked = 0;
    const search = searchNames(many, '/a.{50}$/', () => ++asked < 3);
    expect(search).toEqual({ refused: 'It takes too long. A simpler expression may not.' });
    expect(asked).toBe(3);
  });

  it('looks at the beginning of a very long name', () => {
    const search = (at: number) => searchNames([`${'-'.repeat(at)}x${'-'.repeat(100_000)}`], '/x/');
    expect(search(MAX_NAME_LENGTH - 1)).toEqual({ matching: Uint8Array.of(1) });
    expect(search(MAX_NAME_LENGTH)).toEqual({ matching: Uint8Array.of(0) });
  });
});
