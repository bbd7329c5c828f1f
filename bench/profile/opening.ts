import type { BrowserContext } from 'playwright';
import { groupOf, SPAN } from './data';
import { firstDraws, lastPaint, recordDraws } from './painted';

export const pagePath = (nodes: number, run: number) =>
  `/profiles/${groupOf(nodes, run)}?from=${SPAN.from}&to=${SPAN.to}`;

/** Makes local-aws compute and cache the response, because AWS has its profiles ready. */
export async function prepareResponse(localAws: string, nodes: number, run: number): Promise<void> {
  const url = `${localAws}/profilingGroups/${groupOf(nodes, run)}/profile?startTime=${SPAN.from}&endTime=${SPAN.to}`;
  await (
    await fetch(url, { headers: { accept: 'application/x-amzn-ion', 'accept-encoding': 'identity' } })
  ).arrayBuffer();
}

export type Opened = {
  painted: number;
  live: number;
  /** Size of its data, compressed. */
  bytes: number;
  /** After a garbage collection. */
  heap: number;
};

/** Opens a page, and measures until its graph was painted and interactive. */
export async function open(context: BrowserContext, url: string): Promise<Opened> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  const isData = new Map<string, boolean>();
  session.on('Network.responseReceived', ({ requestId, type }) =>
    isData.set(requestId, ['Document', 'Fetch', 'XHR'].includes(type)),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (isData.get(requestId)) bytes += encodedDataLength;
  });
  await page.addInitScript(recordDraws);
  await page.goto(url);
  const drawn = await firstDraws(page);
  await lastPaint(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
  await page.close();
  return { ...drawn, bytes, heap };
}
