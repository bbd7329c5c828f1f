import { MantineProvider } from '@mantine/core';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { NuqsTestingAdapter } from 'nuqs/adapters/testing';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PageNow } from '@/components/range/page-now';
import { type FarmSummary, NO_COSTS } from '@/lib/farm/all/farm-summary';
import { DAY } from '@/lib/time/duration';
import { FarmOverTime } from './farm-over-time';
import type { FarmCost } from './use-farm-costs';

const now = Date.parse('2026-11-24T00:00:00Z');

function shown(from: number, hasQueues = true, summary: FarmSummary = NO_COSTS): string {
  const farm = { farmId: 'farm', displayName: 'Films', createdAt: now - 30 * DAY };
  const row = { farm, span: { from, to: from + DAY }, hasQueues, summary, error: null };
  return renderToStaticMarkup(
    <AppRouterContext value={{} as never}>
      <NuqsTestingAdapter>
        <MantineProvider>
          <PageNow now={now}>
            <FarmOverTime path="/farms/farm" row={row as unknown as FarmCost} />
          </PageNow>
        </MantineProvider>
      </NuqsTestingAdapter>
    </AppRouterContext>,
  );
}

test('says why a farm has no costs: the range, its creation, or that it has no queues', () => {
  expect(shown(now - 2 * DAY)).toContain('>No sessions in this range<');
  expect(shown(now + DAY)).toMatch(/title="This range is in the future\.[^"]*">Range in the future</);
  expect(shown(now - 60 * DAY)).toMatch(
    /title="This range ends before the farm was created[^"]*">Range before the farm</,
  );
  expect(shown(now - 2 * DAY, false)).toContain('>No queues<');
});

test('links the picture of a farm, with its first, last and highest costs, to the chart on its page', () => {
  const from = now - 2 * DAY;
  const bars = [5, 20].map((costUsd, at) => ({ from: from + at * DAY, to: from + (at + 1) * DAY, costUsd }));
  const step = { period: 'DAILY' as const, count: 1 };
  const segments = [{ from, to: now, offsetMs: 0 }];
  const html = shown(from, true, { ...NO_COSTS, bars: { step, segments, bars } });
  expect(html).toMatch(/<a [^>]*href="\/farms\/farm(\?[^"]*)?#cost"/);
  expect(html).toContain(
    'aria-label="Films: cost per day: first $5.00, 22 Nov 2026; last $20.00, 23 Nov 2026; highest $20.00, 23 Nov 2026. Times: UTC"',
  );
});
