import { afterAll, vi } from 'vitest';

/** Leaves the process to the next file of unit tests as this file found it: environment, globals, timers and spies. */
const environment = { ...process.env };
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});
