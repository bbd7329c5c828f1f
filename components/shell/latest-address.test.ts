import { expect, test } from 'vitest';
import { LatestAddress } from './latest-address';

/** A history of which only the address of the entry in sight is of interest. */
function shown(first: string) {
  let address = `http://localhost/page${first}`;
  const write = (_state: unknown, _unused: string, url?: string | URL | null) => {
    address = new URL(url ?? address, address).href;
  };
  const history = { pushState: write, replaceState: write };
  const latest = new LatestAddress(() => address);
  latest.guard(history);
  return {
    choose: (search: string) => {
      latest.choose(new URLSearchParams(search));
      history.pushState(null, '', search);
    },
    commit: (search: string) => history.replaceState(null, '', search),
    go: (search: string) => {
      latest.forget();
      address = `http://localhost/page${search}`;
    },
    push: (url: string) => history.pushState(null, '', url),
    search: () => new URL(address).search,
    path: () => new URL(address).pathname,
  };
}

test('a state that is committed late does not take back a later choice', () => {
  const page = shown('?a=1');
  page.choose('?a=1&b=2');
  page.commit('?a=1');
  expect(page.search()).toBe('?a=1&b=2');
  page.choose('?a=1&b=2&c=3');
  page.commit('?a=1&b=2');
  expect(page.search()).toBe('?a=1&b=2&c=3');
  page.commit('?a=1&b=2&c=3');
  expect(page.search()).toBe('?a=1&b=2&c=3');
});

test('once the last choice is committed, an earlier address is one like any other', () => {
  const page = shown('?a=1');
  page.choose('?a=2');
  page.choose('?a=3');
  page.commit('?a=3');
  page.commit('?a=2');
  expect(page.search()).toBe('?a=2');
});

test('what the user goes back to is written', () => {
  const page = shown('?a=1');
  page.choose('?a=2');
  page.choose('?a=3');
  page.go('?a=2');
  page.commit('?a=2');
  expect(page.search()).toBe('?a=2');
});

test('an address of someone else is written, and ends the wait', () => {
  const page = shown('?a=1');
  page.choose('?a=2');
  page.choose('?a=3');
  page.commit('?z=9');
  expect(page.search()).toBe('?z=9');
  page.commit('?a=2');
  expect(page.search()).toBe('?a=2');
});

test('a choice that returns to an earlier one is not taken back by that one', () => {
  const page = shown('?a=1');
  for (const search of ['?a=2', '?a=3', '?a=2']) page.choose(search);
  page.commit('?a=2');
  page.commit('?a=3');
  expect(page.search()).toBe('?a=2');
  page.commit('?a=2');
  page.commit('?a=3');
  expect(page.search()).toBe('?a=3');
});

test('who goes to another page is there, whatever was chosen', () => {
  const page = shown('?a=1');
  page.choose('?a=2');
  page.choose('?a=3');
  page.commit('/other?a=2');
  expect(page.path()).toBe('/other');
  page.choose('?a=4');
  page.push('/page?a=1');
  page.commit('/page?a=1');
  expect(page.search()).toBe('?a=1');
});
