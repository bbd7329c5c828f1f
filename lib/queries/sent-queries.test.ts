import { dehydrate, hydrate } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { createQueryClient } from './query-client';
import { createPageClient, hasChanged, sentResult } from './sent-queries';

const options = (name: string) => ({ queryKey: [name], queryFn: async () => `${name} of the browser` });

/** A page's client that has got one query from the server. */
function openedPage() {
  const server = createQueryClient();
  server.setQueryData(['sent'], 'sent of the server');
  const client = createPageClient();
  hydrate(client, dehydrate(server));
  return client;
}

it('keeps what the server sent while the query changes', () => {
  const client = openedPage();
  expect(hasChanged(client, ['sent'])).toBe(false);
  client.setQueryData(['sent'], 'newer');
  expect(hasChanged(client, ['sent'])).toBe(true);
  expect(sentResult(client, options('sent'))).toMatchObject({
    data: 'sent of the server',
    isSuccess: true,
    isFetching: false,
  });
});

it('keeps a query that the server did not send as loading after its answer has arrived', async () => {
  const client = openedPage();
  expect(hasChanged(client, ['late'])).toBe(false);
  await client.fetchQuery(options('late'));
  expect(hasChanged(client, ['late'])).toBe(true);
  expect(sentResult(client, options('late'))).toMatchObject({
    data: undefined,
    isPending: true,
    isFetching: true,
  });
});

it('knows a query as idle that is not to be requested, while another part of the page requests it', async () => {
  const client = openedPage();
  const answer = client.fetchQuery(options('late'));
  expect(hasChanged(client, ['late'])).toBe(true);
  expect(sentResult(client, { ...options('late'), enabled: false })).toMatchObject({
    isPending: true,
    isFetching: false,
  });
  await answer;
});

it('knows a query that failed in the browser as loading', async () => {
  const client = openedPage();
  const failing = { queryKey: ['late'], queryFn: () => Promise.reject(new Error('no')) };
  await client.fetchQuery(failing).catch(() => undefined);
  expect(hasChanged(client, ['late'])).toBe(true);
  expect(sentResult(client, failing)).toMatchObject({ error: null, isPending: true });
});
