import type { Page, Request } from '@playwright/test';

/** Holds requests back, all of these or only some, until the returned function is called. */
export async function hold(
  page: Page,
  requests: RegExp | ((url: URL) => boolean),
  isHeld: (request: Request) => boolean = () => true,
): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(requests, async (route) => {
    if (isHeld(route.request())) await released;
    // A cancelled request can't continue.
    await route.continue().catch(() => undefined);
  });
  return release;
}
