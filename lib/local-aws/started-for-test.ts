import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettableClock } from './clock';
import { startLocalAws } from './server';
import type { WorldOptions } from './world';

export const TEST_NOW = Date.parse('2026-11-24T14:32:10Z');

/** Starts a real local-aws on a free port for tests, with a stopped clock and its own folder. */
export async function startForTest(options: Partial<WorldOptions> = {}) {
  const clock = new SettableClock(TEST_NOW);
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'local-aws-test-')));
  const manual = { aggregationMs: 0, canaryTickMs: 0 };
  const started = { sample: true, ...manual, checksAnswers: true, ...options, clock, folder };
  const server = await startLocalAws({ ...started, port: 0, admin: false });
  return {
    clock,
    folder,
    world: server.world,
    /** Configuration of an SDK client. It doesn't retry, so that a test sees the first answer. */
    clientConfig: {
      endpoint: server.url,
      disableHostPrefix: true,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    },
    /** Stops the server and keeps its data. */
    stop: () => server.close(),
    /** Stops the server and removes its data. */
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

export type StartedForTest = Awaited<ReturnType<typeof startForTest>>;
