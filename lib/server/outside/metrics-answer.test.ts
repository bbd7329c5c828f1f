import { afterEach, expect, test, vi } from 'vitest';
import { GET } from '@/app/metrics/route';
import { countAnswer } from '../metrics/metrics';
import { callRoute } from '../test-support';

const TOKEN = 'a-token-of-the-metrics';

afterEach(() => vi.unstubAllEnvs());

test('there are none without a token in the environment', async () => {
  expect((await callRoute(GET, { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(404);
});

test.each([undefined, 'Bearer a-token-of-the-metric', `Basic ${TOKEN}`])(
  'refuses %s',
  async (authorization) => {
    vi.stubEnv('TRIPTYCH_METRICS_TOKEN', TOKEN);
    const { status, headers, bytes } = await callRoute(GET, {
      headers: authorization ? { authorization } : {},
    });
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(bytes.toString()).not.toContain('triptych_');
  },
);

test('shows them in the format of Prometheus to who has the token', async () => {
  vi.stubEnv('TRIPTYCH_METRICS_TOKEN', TOKEN);
  countAnswer('memory');
  const { status, headers, bytes } = await callRoute(GET, { headers: { authorization: `Bearer ${TOKEN}` } });
  expect(status).toBe(200);
  expect(headers.get('content-type')).toMatch(/^text\/plain; version=/);
  expect(bytes.toString()).toContain('# TYPE triptych_answers_total counter\n');
  expect(bytes.toString()).toMatch(/^triptych_answers_total\{tier="memory"\} \d+$/m);
});
