import { expect, test } from 'vitest';
import { linkTo } from './use-share';

const span = { from: Date.parse('2026-11-24T14:00:00Z'), to: Date.parse('2026-11-24T14:05:00Z') };

test('links to the shown span and drops the parameter that follows the newest data', () => {
  const link = new URL(
    linkTo(
      'http://t/profiles/g?from=now-6h&latest=PT5M&data=all&asof=x&refresh=30s',
      { span, without: ['latest'] },
      'top',
    ),
  );
  expect(Object.fromEntries(link.searchParams)).toEqual({
    from: '2026-11-24T14:00:00.000Z',
    to: '2026-11-24T14:05:00.000Z',
    data: 'all',
  });
  expect(link.hash).toBe('#top');
});
