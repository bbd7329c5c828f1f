import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { NO_COSTS } from '@/lib/farm/all/farm-summary';
import { ChangeCell } from './change-cell';

const figures = (costUsd: number) => ({ ...NO_COSTS.figures, costUsd });
const textOf = (cell: React.ReactElement) => renderToStaticMarkup(cell).replace(/<[^>]*>/g, '');

test.each([
  [12, 10, '+20 %'],
  [12, 0, 'none before'],
  [0, 0, 'none before either'],
  [10, 10, '0 %'],
])('shows the change of %d after %d as %s', (now, before, text) => {
  expect(textOf(<ChangeCell now={figures(now)} before={figures(before)} />)).toBe(text);
});

test('shows no dots where there is nothing to wait for', () => {
  const cell = (
    <ChangeCell now={figures(1)} before={undefined} earlier={{ state: 'impossible', why: 'None.' }} />
  );
  expect(textOf(cell)).toBe('–');
});
