import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { HeartbeatStrip } from './heartbeat-strip';

/** The bars of each part of a strip: their fill and height. */
function bars(beat: { passed?: number; failed?: number; missed?: number }, firstKnown = 0, now = 100) {
  const heartbeat = {
    ...{ from: 0, to: 50, firstKnown, retried: [0], running: [0] },
    ...{ passed: [beat.passed ?? 0], failed: [beat.failed ?? 0], missed: [beat.missed ?? 0] },
  };
  const html = renderToStaticMarkup(<HeartbeatStrip name="a" heartbeat={heartbeat} zone="UTC" now={now} />);
  return [...html.matchAll(/data-state="(\w+)" d="M7 22v-([\d.]+)h86V22z"/g)].map(([, state, height]) => [
    state,
    Number(height),
  ]);
}

test('tells the rest of a part whose runs failed in part from one in which nothing was due', () => {
  expect(bars({ passed: 3, failed: 1 })).toEqual([
    ['rest', 22],
    ['failed', 6],
  ]);
  expect(bars({ passed: 1, missed: 1 })).toEqual([
    ['rest', 22],
    ['missing', 11],
  ]);
  expect(bars({})).toEqual([['none', 2]]);
});

test('fills a part of one outcome whole, and leaves one that is to come empty', () => {
  expect(bars({ passed: 4 })).toEqual([['passed', 22]]);
  expect(bars({ failed: 4 })).toEqual([['failed', 22]]);
  expect(bars({ passed: 4 }, 1)).toEqual([['unknown', 22]]);
  expect(bars({}, 0, 0)).toEqual([]);
});
