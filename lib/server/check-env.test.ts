import { afterEach, expect, test, vi } from 'vitest';
import { exitOnBadEnv } from './check-env';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('an invalid variable ends the process with one sentence that names it', () => {
  vi.stubEnv('TRIPTYCH_AWS_TIMEOUT_MS', 'x');
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  exitOnBadEnv();
  expect(exit).toHaveBeenCalledWith(1);
  expect(log.mock.calls).toEqual([[expect.stringContaining('TRIPTYCH_AWS_TIMEOUT_MS')]]);
});
