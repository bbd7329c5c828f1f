import { afterEach, expect, test, vi } from 'vitest';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import { askCosts } from './ask-costs';
import { NO_ANSWER, NO_CONNECTION } from './fetch-json';

const query: CostQuery = {
  ...{ farmId: 'farm', from: 0, to: 1, zone: 'UTC', period: 'HOURLY', keys: ['QUEUE_ID'] },
  ...{ statistics: ['SUM'], resources: { kind: 'queue', ids: ['queue'] } },
};

afterEach(() => void vi.unstubAllGlobals());

/** Asks a server that sends some text and then ends or breaks the connection. */
function ask(text: string, error?: Error) {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(text)),
    pull: (controller) => (error ? controller.error(error) : controller.close()),
  });
  vi.stubGlobal('fetch', async () => new Response(body));
  const { signal } = new AbortController();
  return askCosts(query, { fresh: false, signal, onProgress: () => undefined });
}

test.each([
  ['a broken connection', '', new TypeError('network error'), NO_CONNECTION],
  ['an answer without an end', '', undefined, NO_CONNECTION],
  ['a line that is not JSON', '<html>\n', undefined, NO_ANSWER],
])('tells apart %s', async (_, text, error, code) => {
  await expect(ask(text, error)).rejects.toMatchObject({ problem: { code } });
});
