import { afterEach, expect, test, vi } from 'vitest';
import { endOnBadEnv } from './check-env';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('a variable that can’t be used ends the process with one sentence that names it', () => {
  vi.stubEnv('TRIPTYCH_AWS_TIMEOUT_MS', 'x');
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const end = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  endOnBadEnv();
  expect(end).toHaveBeenCalledWith(1);
  expect(said.mock.calls).toEqual([[expect.stringContaining('TRIPTYCH_AWS_TIMEOUT_MS')]]);
});
