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
const ignore = () => undefined;

test('shows columns that narrow screens omit in a second line', () => {
  const table = createElement(RunTable, {
    runs: [run],
    zone: 'UTC',
    now: started,
    selectedId: null,
    onSelect: ignore,
    page: 1,
    onPage: ignore,
  });
  const html = renderToStaticMarkup(createElement(MantineProvider, null, table));
  expect(html).toContain('>Retry 1 · Firefox · No button<');
});

test('explains gaps, which every schedule can have', () => {
  expect(renderToStaticMarkup(createElement(TimelineLegend))).toContain('Expected, but no run');
});
