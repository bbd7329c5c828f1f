import { expect, it } from 'vitest';
import { ndjsonResponse } from './ndjson';

it('sends one line for each event, and none that the client does not read', async () => {
  const made: number[] = [];
  const { promise: ended, resolve: end } = deferred();
  async function* events() {
    try {
      for (let n = 0; ; n++) {
        made.push(n);
        yield { n };
      }
    } finally {
      end();
    }
  }
  let hasLeft = false;
  const response = ndjsonResponse(events(), () => {
    hasLeft = true;
  });
  const reader = response.body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toBe('{"n":0}\n');
  await reader?.cancel();
  await ended;
  expect(hasLeft).toBe(true);
  expect(made.length).toBeLessThan(4);
});

it('ends with the last event', async () => {
  async function* events() {
    yield { a: 1 };
    yield { b: 'ü' };
  }
  expect(await ndjsonResponse(events(), () => {}).text()).toBe('{"a":1}\n{"b":"ü"}\n');
});

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
