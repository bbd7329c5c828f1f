import { MantineProvider } from '@mantine/core';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { NuqsTestingAdapter } from 'nuqs/adapters/testing';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PageNow } from '@/components/range/page-now';
import { ThresholdMarks } from './threshold-marks';
import { ThresholdNotes } from './threshold-notes';
import type { Crossings } from './use-threshold-crossings';

const NOW = Date.parse('2026-11-24T14:32:10Z');

/** The text below the bars. */
function shown(more: Partial<Crossings>): string {
  const found: Crossings = {
    ...{ crossings: [], hasAll: false, isFetching: false, notes: [], error: undefined },
    retry: () => undefined,
    ...more,
  };
  const html = renderToStaticMarkup(
    <AppRouterContext value={{} as never}>
      <NuqsTestingAdapter>
        <MantineProvider>
          <PageNow now={NOW}>
            <ThresholdMarks found={found} farmId="farm" />
            <ThresholdNotes found={found} />
          </PageNow>
        </MantineProvider>
      </NuqsTestingAdapter>
    </AppRouterContext>,
  );
  return html
    .replace(/<style.*?<\/style>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

test('says that the days of thresholds are on their way, until they are there', () => {
  expect(shown({ isFetching: true })).toBe('Loading when budgets crossed thresholds …');
  expect(shown({})).toBe('');
  expect(shown({ hasAll: true })).toBe('No active budget crossed a threshold in this range.');
});

test('lists each crossed threshold', () => {
  const crossing = {
    ...{ id: 'b 0', budgetId: 'b', from: NOW - 2, to: NOW - 1, details: 'Action: STOP.' },
    ...{ name: '80 % of fx ($800.00)', when: 'crossed on 24 Nov 2026, by costs per day in UTC' },
  };
  const text = shown({ crossings: [crossing], isFetching: true });
  expect(text).toContain('80 % of fx ($800.00): crossed on 24 Nov 2026, by costs per day in UTC');
  expect(text).not.toContain('Loading');
});

test('says what isn’t known, and offers to read again what failed', () => {
  const text = shown({ notes: ['Its schedule is unknown.'], error: new Error('AWS denied it.') });
  expect(text).toBe(
    '◆ Its schedule is unknown. ◆ When budgets crossed their thresholds could not be read. AWS denied it. Retry',
  );
});
