import { expect, test } from 'vitest';
import { LatestAddress } from './latest-address';

/** A history that knows only its current address. */
function historyAt(first: string) {
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

test('keeps a later choice when an earlier state is committed late', () => {
  const page = historyAt('?a=1');
  page.choose('?a=1&b=2');
  page.commit('?a=1');
  expect(page.search()).toBe('?a=1&b=2');
  page.choose('?a=1&b=2&c=3');
  page.commit('?a=1&b=2');
  expect(page.search()).toBe('?a=1&b=2&c=3');
  page.commit('?a=1&b=2&c=3');
  expect(page.search()).toBe('?a=1&b=2&c=3');
});

test('accepts an earlier address once the last choice is committed', () => {
  const page = historyAt('?a=1');
  page.choose('?a=2');
  page.choose('?a=3');
  page.commit('?a=3');
  page.commit('?a=2');
  expect(page.search()).toBe('?a=2');
});

test('writes the address that the user goes back to', () => {
  const page = historyAt('?a=1');
  page.choose('?a=2');
  page.choose('?a=3');
  page.go('?a=2');
  page.commit('?a=2');
  expect(page.search()).toBe('?a=2');
});

test('writes a foreign address and stops waiting', () => {
  const page = historyAt('?a=1');
  page.choose('?a=2');
  page.choose('?a=3');
  page.commit('?z=9');
  expect(page.search()).toBe('?z=9');
  page.commit('?a=2');
  expect(page.search()).toBe('?a=2');
});

test('keeps a choice that returns to an earlier one', () => {
  const page = historyAt('?a=1');
  for (const search of ['?a=2', '?a=3', '?a=2']) page.choose(search);
  page.commit('?a=2');
  page.commit('?a=3');
  expect(page.search()).toBe('?a=2');
  page.commit('?a=2');
  page.commit('?a=3');
  expect(page.search()).toBe('?a=3');
});

test('navigates to another page whatever was chosen', () => {
  const page = historyAt('?a=1');
  page.choose('?a=2');
  page.choose('?a=3');
  page.commit('/other?a=2');
  expect(page.path()).toBe('/other');
  page.choose('?a=4');
  page.push('/page?a=1');
  page.commit('/page?a=1');
  expect(page.search()).toBe('?a=1');
});
