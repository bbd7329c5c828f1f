import { MantineProvider } from '@mantine/core';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { RunTable } from './run-table';
import { TimelineLegend } from './timeline-legend';

const started = Date.parse('2026-11-24T14:00:00Z');
const run = {
  id: 'one',
  name: 'login',
  state: 'FAILED',
  stateReason: 'No button',
  retryAttempt: 1,
  browserType: 'FIREFOX',
  started,
  completed: started + 2000,
} as const;
const nothing = () => undefined;

test('what narrow screens have no columns for stands in a second line', () => {
  const table = createElement(RunTable, {
    runs: [run],
    zone: 'UTC',
    now: started,
    selectedId: null,
    onSelect: nothing,
    page: 1,
    onPage: nothing,
  });
  const html = renderToStaticMarkup(createElement(MantineProvider, null, table));
  expect(html).toContain('>Retry 1 · Firefox · No button<');
});

test('the legend offers gaps only where a schedule can tell them', () => {
  const legend = (cron: boolean) => renderToStaticMarkup(createElement(TimelineLegend, { cron }));
  expect(legend(false)).toContain('Expected, but no run');
  expect(legend(true)).not.toContain('Expected, but no run');
  expect(legend(true)).toContain('cron: missed runs can’t be told');
});
