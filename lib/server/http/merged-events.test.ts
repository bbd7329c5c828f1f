import { expect, it } from 'vitest';
import { mergedEvents } from './merged-events';

async function* of(...events: string[]) {
  for (const event of events) yield event;
}

it('has the events of all sources, each in its order', async () => {
  const all: string[] = [];
  for await (const event of mergedEvents([of('a1', 'a2', 'a3'), of(), of('b1', 'b2')])) all.push(event);
  expect(all.toSorted()).toEqual(['a1', 'a2', 'a3', 'b1', 'b2']);
  expect(all.filter((event) => event.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
});

it('does not wait for a silent source, and ends it when it is left', async () => {
  let hasEnded = false;
  let wake = () => {};
  async function* silent() {
    try {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      yield 'late';
    } finally {
      hasEnded = true;
    }
  }
  for await (const event of mergedEvents([silent(), of('a1')])) {
    expect(event).toBe('a1');
    break;
  }
  wake();
  await new Promise(setImmediate);
  expect(hasEnded).toBe(true);
});

it('fails with a source that fails', async () => {
  async function* failing() {
    yield 'a1';
    throw new Error('no');
  }
  const read = async () => {
    for await (const _ of mergedEvents([failing()]));
  };
  await expect(read()).rejects.toThrow('no');
});
