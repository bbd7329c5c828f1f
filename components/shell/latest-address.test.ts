import { expect, test, vi } from 'vitest';
import { LatestAddress } from './latest-address';

/** A history that knows only its current address. */
function historyAt(first: string) {
  let address = `http://localhost/page${first}`;
  const write = (_state: unknown, _unused: string, url?: string | URL | null) => {
    address = new URL(url ?? address, address).href;
  };
  const history = { pushState: write, replaceState: write };
  let stepCount = 0;
  const latest = new LatestAddress(
    () => address,
    () => {
      stepCount += 1;
    },
  );
  latest.guard(history);
  return {
    choose: (search: string) => {
      latest.choose(new URLSearchParams(search));
      history.pushState(null, '', search);
    },
    commit: (search: string) => history.replaceState(null, '', search),
    go: (search: string) => {
      address = `http://localhost/page${search}`;
      latest.step({
        stopImmediatePropagation: () => {
          stepCount -= 1;
        },
      });
      stepCount += 1;
    },
    /** How many steps through the history Next knows of. */
    stepCount: async () => {
      await Promise.resolve();
      return stepCount;
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

test('steps back at once when all choices are committed', async () => {
  const page = historyAt('?a=1');
  page.choose('?a=2');
  page.commit('?a=2');
  page.go('?a=1');
  expect(await page.stepCount()).toBe(1);
  page.commit('?a=1');
  expect(page.search()).toBe('?a=1');
});

test('steps back after the last choice is committed, which writes nothing', async () => {
  const page = historyAt('?a=1');
  page.choose('?a=2');
  page.choose('?a=3');
  page.go('?a=2');
  page.commit('?a=2');
  expect([page.search(), await page.stepCount()]).toEqual(['?a=2', 0]);
  page.go('?a=1');
  page.commit('?a=3');
  expect([page.search(), await page.stepCount()], 'two steps are one for Next').toEqual(['?a=1', 1]);
  page.commit('?a=1');
  expect(page.search()).toBe('?a=1');
  page.go('?a=2');
  expect(await page.stepCount()).toBe(2);
});

test('steps back without the commit of the last choice if that never comes', async () => {
  vi.useFakeTimers();
  try {
    const page = historyAt('?a=1');
    page.choose('?a=2');
    page.go('?a=1');
    expect(await page.stepCount()).toBe(0);
    vi.runAllTimers();
    expect(await page.stepCount()).toBe(1);
    page.commit('?a=1');
    expect(page.search()).toBe('?a=1');
  } finally {
    vi.useRealTimers();
  }
});

test('goes to another page while a step back waits', async () => {
  const page = historyAt('?a=1');
  page.choose('?a=2');
  page.go('?a=1');
  page.push('/other');
  expect([page.path(), await page.stepCount()]).toEqual(['/other', 0]);
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
