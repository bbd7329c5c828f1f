import { MantineProvider } from '@mantine/core';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { RunTable } from './run-table';

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
const TABLE = { zone: 'UTC', now: started, selectedId: null, onSelect: ignore, page: 1, onPage: ignore };

test('shows columns that narrow screens omit in a second line', () => {
  const table = createElement(RunTable, { ...TABLE, runs: [run] });
  const html = renderToStaticMarkup(createElement(MantineProvider, null, table));
  expect(html).toContain('>Retry 1 · Firefox · No button<');
});

test('tells two runs at the same time of the clock apart when clocks change', () => {
  const first = Date.parse('2026-10-25T00:30:00Z');
  const both = [
    { ...run, id: 'two', started: first + 3_600_000, completed: first + 3_601_000 },
    { ...run, started: first, completed: first + 1000 },
  ];
  const html = renderToStaticMarkup(
    createElement(
      MantineProvider,
      null,
      createElement(RunTable, { ...TABLE, runs: both, zone: 'Europe/Berlin' }),
    ),
  );
  expect(html).toContain('>Started, Europe/Berlin<');
  expect(html).toContain('>25 Oct 2026, 02:30:00 UTC+02:00<');
  expect(html).toContain('>25 Oct 2026, 02:30:00 UTC+01:00<');
});
