import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettableClock } from './clock';
import { startLocalAws } from './server';
import type { WorldOptions } from './world';

export const TEST_NOW = Date.parse('2026-11-24T14:32:10Z');

/** A really started local-aws on a free port, for tests: a standing clock and a folder of its own. */
export async function startForTest(options: Partial<WorldOptions> = {}) {
  const clock = new SettableClock(TEST_NOW);
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'local-aws-test-')));
  const byHand = { aggregationMs: 0, canaryTickMs: 0 };
  const started = { sample: true, ...byHand, checksAnswers: true, ...options, clock, folder };
  const server = await startLocalAws({ ...started, port: 0, admin: false });
  return {
    clock,
    folder,
    world: server.world,
    /** What an SDK client needs; it doesn't try again, so that a test sees the first answer. */
    clientConfig: {
      endpoint: server.url,
      disableHostPrefix: true,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    },
    /** Ends the server and leaves its data. */
    stop: () => server.close(),
    /** Ends the server and removes its data. */
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

export type StartedForTest = Awaited<ReturnType<typeof startForTest>>;
