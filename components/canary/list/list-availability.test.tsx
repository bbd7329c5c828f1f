import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { NuqsTestingAdapter } from 'nuqs/adapters/testing';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PageNow } from '@/components/range/page-now';
import { healthOf } from '@/lib/canary/health/health-of';
import { canaryRow } from '@/lib/canary/list/canary-row';
import { runs } from '@/lib/canary/runs-text';
import { MINUTE } from '@/lib/time/duration';
import { ListAvailability } from './list-availability';

const NOW = 30 * MINUTE;
const ignore = () => undefined;
const ROUTER = {
  ...{ bfcacheId: '', push: ignore, replace: ignore, refresh: ignore, back: ignore, forward: ignore },
  prefetch: ignore,
};

/** The text of a canary that runs each five minutes, in the last ten of which the range consists. */
function text(picture: string): string {
  const canary = { name: 'a', state: 'RUNNING', schedule: 'rate(5 minutes)', tags: {}, created: 0 };
  const span = { from: 20 * MINUTE, to: NOW };
  const health = healthOf({ runs: runs(picture), from: -1 }, canary, { span, now: NOW, bins: 2 });
  const reading = { health, isCovered: true, runCount: 6, warnings: [], asOf: NOW };
  const row = {
    ...canaryRow(canary, { health, groups: [], hasLastRuns: true }, NOW),
    ...{ reading, isEarlier: false, ofOtherRange: undefined },
  };
  const html = renderToStaticMarkup(
    <AppRouterContext.Provider value={ROUTER}>
      <NuqsTestingAdapter searchParams="from=1970-01-01T00:20:00Z&to=1970-01-01T00:30:00Z">
        <PageNow now={NOW}>
          <ListAvailability row={row} health={health} />
        </PageNow>
      </NuqsTestingAdapter>
    </AppRouterContext.Provider>,
  );
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

test('counts missed runs also where no run has finished', () => {
  expect(text('P P P P P F')).toBe('50 % of 2');
  expect(text('P P P P . .')).toMatch(/^no finished run [12] missed$/);
});
