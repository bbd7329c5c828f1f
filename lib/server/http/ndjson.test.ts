import { expect, it, onTestFinished, vi } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { setDraining } from '../draining';
import { record } from '../links/link-scope';
import { Recording } from '../links/recording';
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
  const { response, gone } = respond(events());
  const reader = response.body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toBe('{"n":0}\n');
  await reader?.cancel();
  await ended;
  expect(gone.aborted).toBe(true);
  expect(made.length).toBeLessThan(4);
});

it('ends with the last event', async () => {
  async function* events() {
    yield { a: 1 };
    yield { b: 'ü' };
  }
  expect(await respond(events()).response.text()).toBe('{"a":1}\n{"b":"ü"}\n');
});

it('begins nothing while the server stops, except for a link that is being made', () => {
  setDraining(true);
  onTestFinished(() => setDraining(false));
  async function* events() {
    yield { n: 0 };
  }
  expect(() => respond(events())).toThrow('The dashboard’s server is stopping.');
  record(new Recording(async () => undefined), () => expect(respond(events()).response.status).toBe(200));
});

it('ends for a client that has read nothing for a minute, not for one that waits for an event', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { promise: hasNext, resolve: makeNext } = deferred();
  const { promise: ended, resolve: end } = deferred();
  async function* events() {
    try {
      yield { n: 0 };
      await hasNext;
      for (let n = 1; ; n++) yield { n };
    } finally {
      end();
    }
  }
  const { response, gone } = respond(events());
  const reader = response.body?.getReader();
  await reader?.read();
  const waiting = reader?.read();
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(gone.aborted).toBe(false);
  makeNext();
  await waiting;
  await vi.advanceTimersByTimeAsync(MINUTE - 1);
  expect(gone.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(gone.aborted).toBe(true);
  await ended;
  await expect(reader?.read()).rejects.toThrow('does not read');
});

it('aborts the signal of the events with that of the request', () => {
  const request = new AbortController();
  async function* events() {
    yield {};
  }
  const { gone } = respond(events(), request.signal);
  request.abort();
  expect(gone.aborted).toBe(true);
});

/** A response with events, and the signal that they get. */
function respond(events: AsyncGenerator<object>, signal = new AbortController().signal) {
  let gone = signal;
  const response = ndjsonResponse((given) => {
    gone = given;
    return events;
  }, signal);
  return { response, gone };
}

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
