import { expect, test } from 'vitest';
import type { CanaryHealth, HealthStatus } from './canary-health';
import { type NamedHealth, wrongNow } from './wrong-now';

const NOON = Date.parse('2026-11-24T12:00:00Z');
const at = (text: string) => Date.parse(`2026-11-24T${text}Z`);

const status = (changed: Partial<HealthStatus>): HealthStatus => ({
  ...{ state: 'passing', orEarlier: false, missed: 0, variantCount: 1, failing: [], silent: [] },
  ...changed,
});

const canary = (name: string, changed: Partial<HealthStatus>): NamedHealth => ({
  ...{ name, isCovered: true, hasFailed: false },
  health: { atEnd: status(changed) } as CanaryHealth,
});

const textOf = (canaries: NamedHealth[], total = canaries.length) => {
  const { named, rest } = wrongNow(canaries, { total, zone: 'UTC', at: NOON });
  return [...named.map(({ name, text }) => `${name} ${text}.`), rest].filter(Boolean).join(' ');
};

const failing = (name: string) => canary(name, { state: 'failing', since: at('09:30') });

test.each([
  ['No canary is failing or silent.', [canary('a', {}), canary('b', { state: 'stopped' })]],
  ['login has been failing since 09:30 UTC.', [failing('login'), canary('b', {})]],
  [
    'feed has had no run since 08:00 UTC (3 missed).',
    [
      canary('feed', {
        state: 'silent',
        since: at('08:00'),
        missed: 3,
        silent: [{ since: at('08:00'), orEarlier: false, count: 3 }],
      }),
    ],
  ],
  [
    'finder has been failing since 09:30 UTC in eu-west-1 (of 3).',
    [
      canary('finder', {
        ...{ state: 'failing', since: at('09:30'), variantCount: 3 },
        failing: [{ location: 'eu-west-1', since: at('09:30'), orEarlier: false, count: 2 }],
      }),
    ],
  ],
  [
    'a has been failing since 09:30 UTC. b has been failing since 09:30 UTC. 1 more is failing or silent.',
    [failing('a'), failing('b'), failing('c')],
  ],
  [
    'a has been failing since 09:30 UTC. b has been failing since 09:30 UTC. 2 more are failing or silent.',
    [failing('a'), failing('b'), failing('c'), failing('d')],
  ],
])('says: %s', (text, canaries) => {
  expect(textOf(canaries as NamedHealth[])).toBe(text);
});

test('says of what the canaries are', () => {
  const facts = { total: 1, zone: 'UTC', at: NOON, of: ' of this view' };
  expect(wrongNow([canary('a', {})], facts).rest).toBe('No canary of this view is failing or silent.');
});

test('never says that all is well of canaries that were not read', () => {
  const unread = { name: 'b', isCovered: false, hasFailed: false };
  expect(textOf([canary('a', {}), unread])).toBe(
    'No canary whose state is known is failing or silent. 1 canary still being read.',
  );
  expect(textOf([canary('a', {}), { ...unread, hasFailed: true }])).toBe(
    'No canary whose state is known is failing or silent. 1 canary could not be read.',
  );
  const unknown = canary('b', { state: 'unknown' });
  expect(textOf([canary('a', {}), unknown])).toBe(
    'No canary whose state is known is failing or silent. The state of 1 canary is unknown.',
  );
  expect(textOf([canary('a', {}), { ...unknown, isCovered: false, hasFailed: true }])).toBe(
    'No canary whose state is known is failing or silent. 1 canary could not be read.',
  );
  expect(textOf([canary('a', {})], 500)).toBe(
    'No canary whose state is known is failing or silent. 499 canaries not read.',
  );
});
