import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { NuqsTestingAdapter } from 'nuqs/adapters/testing';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PageNow } from '@/components/range/page-now';
import { healthOf } from '@/lib/canary/health/health-of';
import type { CanaryWithLastRun } from '@/lib/canary/run';
import { runs } from '@/lib/canary/runs-text';
import { matchesAny } from '@/lib/overview/view';
import { canariesHealthOptions } from '@/lib/queries/canaries-health';
import { canariesOptions } from '@/lib/queries/canary';
import { createQueryClient } from '@/lib/queries/query-client';
import { MINUTE } from '@/lib/time/duration';
import { CanaryLane } from './canary-lane';

const NOW = 30 * MINUTE;
const SPAN = { from: 0, to: NOW };

function render(pictures: Record<string, string>, isCovered: boolean, patterns?: string[]): string {
  const all = Object.keys(pictures);
  const names = all.filter((name) => !patterns || matchesAny(name, patterns));
  const canaries = all.map(
    (name): CanaryWithLastRun => ({ name, state: 'RUNNING', schedule: 'rate(5 minutes)', tags: {} }),
  );
  const client = createQueryClient();
  const facts = { asOf: NOW, partial: false, warnings: [] };
  client.setQueryData(canariesOptions().queryKey, { data: canaries, ...facts });
  const byName = Object.fromEntries(
    canaries.map((canary) => {
      const loaded = { runs: runs(pictures[canary.name] ?? ''), from: isCovered ? -1 : 10 * MINUTE };
      const health = healthOf(loaded, canary, { span: SPAN, now: NOW, bins: 120 });
      return [canary.name, { health, isCovered, runCount: loaded.runs.length, warnings: [] }];
    }),
  );
  const { queryKey } = canariesHealthOptions({ names, span: SPAN, now: NOW, bins: 120 });
  client.setQueryData(queryKey, byName);
  const ignore = () => undefined;
  const router = {
    bfcacheId: '',
    push: ignore,
    replace: ignore,
    refresh: ignore,
    back: ignore,
    forward: ignore,
    prefetch: ignore,
  };
  return renderToStaticMarkup(
    <AppRouterContext.Provider value={router}>
      <NuqsTestingAdapter searchParams="from=1970-01-01T00:00:00Z&to=1970-01-01T00:30:00Z">
        <QueryClientProvider client={client}>
          <MantineProvider>
            <PageNow now={NOW}>
              <CanaryLane patterns={patterns} />
            </PageNow>
          </MantineProvider>
        </QueryClientProvider>
      </NuqsTestingAdapter>
    </AppRouterContext.Provider>,
  );
}

test('counts what is up and names what isn’t', () => {
  const html = render({ a: 'P P P P P P', b: 'P P P F F F', c: 'P P . . . .' }, true);
  expect(html).toContain('1 of 3 up · 1 failing · 1 silent · 78.57 % of 14 runs passed');
  expect(html).toMatch(/b: Failing since 00:15 UTC · 50 % of 6 runs/);
  expect(html).toMatch(/c: Silent no run since 00:05 UTC \(\d missed\) · 100 % of 2 runs/);
});

test('counts and names only the canaries of a view', () => {
  const html = render({ a: 'P P P P P P', b: 'P P P F F F', ab: 'P P P P P P' }, true, ['a*', 'c*']);
  expect(html).toContain('2 of 2 up');
  expect(html).toContain('No canary of this view is failing or silent.');
  expect(html).toContain('No canary in the list matches c* of this view.');
  expect(html).not.toContain('b: Failing');
});

test('shows what is still being read', () => {
  const html = render({ a: 'P P P P P P' }, false);
  expect(html).toContain('1 of 1 up · 100 % of 4 runs passed · 1 still being read');
  expect(html).toContain('100 % of 4 runs read so far');
});
