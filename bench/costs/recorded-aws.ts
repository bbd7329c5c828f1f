import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SettableClock } from '@/lib/local-aws/clock';
import { startLocalAws } from '@/lib/local-aws/server';
import { DAY } from '@/lib/time/duration';
import { TO } from './data';

const AGGREGATION = /\/sessions-statistics-aggregation/;

export type RecordedAws = {
  url: string;
  /** Forgets what was recorded. */
  forget(): void;
  /** Aggregations started since then. */
  startCount(): number;
  /** When the pages of the aggregation with the most pages were sent, epoch milliseconds: the first is the one that completed it. */
  pagesSentAt(): readonly number[];
  close(): Promise<void>;
};

/** local-aws behind a proxy that records starts of aggregations and their pages. */
export async function startRecordedAws(folder: string): Promise<RecordedAws> {
  const clock = new SettableClock(TO + DAY);
  const aws = await startLocalAws({ folder, clock, sample: false, aggregationMs: 0, port: 0, admin: false });
  const { hostname, port } = new URL(aws.url);
  let startCount = 0;
  const pages = new Map<string, number[]>();
  const proxy = createServer((incoming, outgoing) => {
    const { method, url = '/', headers } = incoming;
    const isPage = method === 'GET' && AGGREGATION.test(url);
    if (method === 'POST' && AGGREGATION.test(url)) startCount += 1;
    const forwarded = request({ hostname, port, method, path: url, headers }, (answer) => {
      const body: Buffer[] = [];
      answer.on('data', (part) => body.push(part));
      answer.on('end', () => {
        const whole = Buffer.concat(body);
        if (isPage && whole.includes('"COMPLETED"')) {
          const id = new URL(url, 'http://aws').searchParams.get('aggregationId') ?? '';
          pages.set(id, [...(pages.get(id) ?? []), Date.now()]);
        }
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers).end(whole);
      });
    });
    forwarded.on('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    forget: () => {
      startCount = 0;
      pages.clear();
    },
    startCount: () => startCount,
    pagesSentAt: () => [...pages.values()].sort((a, b) => b.length - a.length)[0] ?? [],
    close: async () => {
      proxy.close();
      proxy.closeAllConnections();
      await aws.close();
    },
  };
}
