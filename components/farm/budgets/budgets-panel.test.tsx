import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { NuqsTestingAdapter } from 'nuqs/adapters/testing';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PageNow } from '@/components/range/page-now';
import { budgetForTest, SCHEDULE } from '@/lib/farm/budgets/budget-for-test';
import { budgetsOptions } from '@/lib/queries/budgets';
import { BudgetsPanel } from './budgets-panel';

const now = SCHEDULE.to;
const BUDGETS = [
  budgetForTest({ displayName: 'current' }),
  budgetForTest({ budgetId: 'ended', displayName: 'ended one', status: 'INACTIVE' }),
  budgetForTest({
    budgetId: 'other',
    displayName: 'other one',
    status: 'INACTIVE',
    details: { actions: [] },
  }),
];

/** The panel of a link that opens a budget. */
function shown(openId: string | null): string {
  const client = new QueryClient();
  const answer = { data: BUDGETS, asOf: now, warnings: [], partial: false };
  client.setQueryData(budgetsOptions('farm').queryKey, answer);
  const ignore = () => undefined;
  return renderToStaticMarkup(
    <AppRouterContext value={{} as never}>
      <QueryClientProvider client={client}>
        <NuqsTestingAdapter>
          <MantineProvider>
            <PageNow now={now}>
              <BudgetsPanel
                farmId="farm"
                names={new Map()}
                showsInactive={false}
                onShowInactive={ignore}
                openId={openId}
                onOpen={ignore}
              />
            </PageNow>
          </MantineProvider>
        </NuqsTestingAdapter>
      </QueryClientProvider>
    </AppRouterContext>,
  );
}

test('shows the inactive budgets when a link opens one of them', () => {
  expect(shown(null)).not.toContain('ended one');
  expect(shown('ended')).toContain('ended one');
  expect(shown('ended')).toMatch(/aria-expanded="true"[^>]*aria-label="Burn-down of ended one"/);
  expect(shown('ended')).toContain('Hide 2 inactive budgets');
});

test('says why a link opens no burn-down', () => {
  expect(shown('gone')).toContain('The budget of this link isn’t in the list.');
  expect(shown('other')).toContain('other one has no burn-down: its schedule is unknown.');
  expect(shown('other')).not.toContain('aria-expanded="true"');
});
