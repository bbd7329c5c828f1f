import { MantineProvider } from '@mantine/core';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { NuqsTestingAdapter } from 'nuqs/adapters/testing';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PageNow } from '@/components/range/page-now';
import type { NamedBars } from '@/lib/farm/all/bars-table';
import { DAY } from '@/lib/time/duration';
import { BarsTwin } from './bars-twin';

const from = Date.parse('2026-11-23T00:00:00Z');

function shown(farms: readonly NamedBars[]): string {
  return renderToStaticMarkup(
    <AppRouterContext value={{} as never}>
      <NuqsTestingAdapter>
        <MantineProvider>
          <PageNow now={from + DAY}>
            <BarsTwin farms={farms} />
          </PageNow>
        </MantineProvider>
      </NuqsTestingAdapter>
    </AppRouterContext>,
  );
}

test('has a column for each farm and a row for each bar, with its time', () => {
  const bars = {
    step: { period: 'DAILY' as const, count: 1 },
    segments: [{ from, to: from + DAY, offsetMs: 0 }],
    bars: [{ from, to: from + DAY, costUsd: 1204.18 }],
  };
  const html = shown([{ farmId: 'farm', name: 'Films', bars }]);
  expect(html).toContain('<th scope="col">Time, UTC</th><th scope="col">Films</th>');
  expect(html).toContain('<th scope="row">23 Nov 2026</th><td>$1,204.18</td>');
  expect(shown([])).not.toContain('<table');
});
