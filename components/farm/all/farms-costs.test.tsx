import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { NuqsTestingAdapter } from 'nuqs/adapters/testing';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PageNow } from '@/components/range/page-now';
import { ProblemError } from '@/lib/answer/problem';
import { FarmsCosts } from './farms-costs';

const now = Date.parse('2026-11-24T00:00:00Z');
const info = { asOf: now, partial: false, warnings: ['The list is incomplete.'] };

/** The page of a list of one farm, whose refresh failed with an error. */
const shown = (error: Error | null) =>
  renderToStaticMarkup(
    <AppRouterContext value={{} as never}>
      <QueryClientProvider client={new QueryClient()}>
        <NuqsTestingAdapter>
          <MantineProvider>
            <PageNow now={now}>
              <FarmsCosts
                farms={[{ farmId: 'farm', displayName: 'Films' }]}
                {...{ info, error }}
                fetching={false}
                onRetry={() => undefined}
              />
            </PageNow>
          </MantineProvider>
        </NuqsTestingAdapter>
      </QueryClientProvider>
    </AppRouterContext>,
  );

test('keeps the farms when the list can’t be refreshed, and says why', () => {
  const problem = { code: 'NoConnection', message: 'No connection.', status: 503, retryable: true };
  const failed = shown(new ProblemError(problem));
  expect(failed).toContain('Films');
  expect(failed).toMatch(/role="alert".*No connection\..*Retry/s);
  expect(failed).toContain('The list is incomplete.');
  expect(shown(null)).not.toContain('role="alert"');
});
