import { afterEach, expect, test, vi } from 'vitest';
import { alertSettings } from './alert-settings';

afterEach(() => vi.unstubAllEnvs());

test('alerts need a secret, and name the dashboard by its public address', () => {
  vi.stubEnv('TRIPTYCH_ALERT_URL', '');
  expect(alertSettings()).toBeUndefined();
  vi.stubEnv('TRIPTYCH_ALERT_URL', 'https://alerts.example.com/hook');
  expect(alertSettings).toThrow(/TRIPTYCH_ALERT_SECRET must be set too/);
  vi.stubEnv('TRIPTYCH_ALERT_SECRET', 'too short');
  expect(alertSettings).toThrow(/TRIPTYCH_ALERT_SECRET/);
  vi.stubEnv('TRIPTYCH_ALERT_SECRET', 'a-secret-of-sixteen-characters');
  vi.stubEnv('TRIPTYCH_ALERT_URL', 'https://user:word@alerts.example.com');
  expect(alertSettings).toThrow(/no user name and no password/);
  vi.stubEnv('TRIPTYCH_ALERT_URL', 'https://alerts.example.com/hook');
  vi.stubEnv('TRIPTYCH_URL', 'https://triptych.example.com/');
  expect(alertSettings()).toMatchObject({ origin: 'https://triptych.example.com' });
});
