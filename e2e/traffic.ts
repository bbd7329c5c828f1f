import { type BrowserContext, expect, type Page, type Request } from '@playwright/test';

/** The requests of a browser context that are under way, and how many it has made so far. */
type Traffic = { underWay: Set<Request>; made: number };

const traffics = new WeakMap<BrowserContext, Traffic>();

/** Starts to follow the requests of a browser context. */
export function watchTraffic(context: BrowserContext): Traffic {
  const traffic: Traffic = { underWay: new Set(), made: 0 };
  context.on('request', (request) => {
    traffic.underWay.add(request);
    traffic.made++;
  });
  const end = (request: Request) => traffic.underWay.delete(request);
  context.on('requestfinished', end);
  context.on('requestfailed', end);
  traffics.set(context, traffic);
  return traffic;
}

/**
 * Waits until no request is under way, the page is idle, and it has made no request on becoming idle: what arrived last is drawn then,
 * and what it leads to has been asked for. Playwright's own wait for the network ends at a pause of half a second in a page's first
 * requests, which a busy machine makes while it draws.
 */
export async function quiet(page: Page): Promise<void> {
  let traffic = traffics.get(page.context());
  if (!traffic) {
    traffic = watchTraffic(page.context());
    await page.waitForLoadState('networkidle');
  }
  const { underWay } = traffic;
  const requested = () => [...underWay].map((request) => request.url());
  await expect(async () => {
    expect(requested()).toEqual([]);
    const before = traffic.made;
    await page.evaluate(idle);
    expect(traffic.made - before, 'requests made on becoming idle').toBe(0);
    expect(requested()).toEqual([]);
  }).toPass({ intervals: [20, 50, 100] });
}

/** Waits some frames, each until the browser has nothing left to do in it. */
async function idle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++)
    await new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done)));
}
