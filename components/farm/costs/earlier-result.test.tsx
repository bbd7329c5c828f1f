import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { EARLIER_RESULT, EarlierResult } from './earlier-result';

const html = (isOutdated: boolean, isFetching: boolean) =>
  renderToStaticMarkup(
    <MantineProvider>
      <EarlierResult {...{ isOutdated, isFetching }}>$5.00</EarlierResult>
    </MantineProvider>,
  );

test('says that figures are of an earlier request, unless newer ones are on their way', () => {
  expect(html(true, false)).toContain(EARLIER_RESULT);
  expect(html(true, true)).not.toContain(EARLIER_RESULT);
  expect(html(false, false)).not.toContain(EARLIER_RESULT);
});

test('makes figures of an earlier request paler', () => {
  expect(html(true, true)).toMatch(/class="[^"]*outdated[^"]*">\$5\.00/);
  expect(html(false, true)).not.toContain('outdated');
});
