import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CanaryRun } from '@/lib/canary/run';
import { SettableClock } from '../clock';
import { type LocalAws, startLocalAws } from '../server';
import { Database } from '../store/database';
import { CANARIES_FILE } from './runner/canaries-file';
import { RunTable } from './store/run-table';

export const NOW = Date.parse('2026-11-24T14:32:10Z');

export type TestAws = {
  aws: LocalAws;
  clock: SettableClock;
  /** Configuration of an SDK client. */
  config: { endpoint: string; region: string; credentials: { accessKeyId: string; secretAccessKey: string } };
  folder: string;
  /** Restarts on the same data, on another port. */
  restart(): Promise<LocalAws>;
  /** Writes canaries.json, as canaries or as text, and lets it be read. */
  edit(canaries: object[] | string): Promise<void>;
  /** Sets the clock, starts the runs that are due, and waits until they have ended. */
  tickAt(now: number): Promise<void>;
  end(): Promise<void>;
};

/** Starts local-aws on its own port and folder, with the clock stopped at `now` and `canaries` in canaries.json. */
export async function startTestAws({
  now = NOW,
  sample = true,
  canaries,
}: {
  now?: number;
  sample?: boolean;
  canaries?: object[];
} = {}): Promise<TestAws> {
  const folder = await mkdtemp(join(tmpdir(), 'local-synthetics-'));
  const write = (file: object[] | string) =>
    writeFile(
      join(folder, CANARIES_FILE),
      typeof file === 'string' ? file : JSON.stringify({ canaries: file }),
    );
  if (canaries) await write(canaries);
  const clock = new SettableClock(now);
  const start = () =>
    startLocalAws({
      folder,
      clock,
      sample,
      port: 0,
      admin: false,
      checksAnswers: true,
      canaryTickMs: 0,
    });
  let aws = await start();
  return {
    aws,
    clock,
    folder,
    config: {
      endpoint: aws.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    },
    edit: async (file) => {
      await write(file);
      // A changed file is read at the second check.
      await aws.world.canaries.tick();
      await aws.world.canaries.tick();
    },
    tickAt: async (now) => {
      clock.set(now);
      await aws.world.canaries.tick();
      await aws.world.canaries.idle();
    },
    restart: async () => {
      await aws.close();
      aws = await start();
      return aws;
    },
    end: async () => {
      await aws.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The members of a run on the wire that tests read. */
export type WireRun = {
  Id: string;
  ScheduledRunId: string;
  RetryAttempt?: number;
  Name: string;
  Status: { State: string; StateReason?: string; StateReasonCode?: string; TestResult?: string };
  Timeline: { Started: number; Completed?: number; MetricTimestampForRunAndRetries: number };
  ArtifactS3Location?: string;
  DryRunConfig?: { DryRunId: string };
  BrowserType?: string;
  Location?: string;
};

export type TestTable = {
  database: Database;
  table: RunTable;
  clock: SettableClock;
  /** The stored runs of a canary, newest first. */
  runs(canary: string, kind: 'canary' | 'dry'): Promise<CanaryRun[]>;
  end(): Promise<void>;
};

/** The table of runs alone, in its own folder. */
export async function startTestTable(): Promise<TestTable> {
  const folder = await mkdtemp(join(tmpdir(), 'local-synthetics-'));
  const database = await Database.open(folder);
  const table = await RunTable.open(database);
  const clock = new SettableClock(NOW);
  return {
    database,
    table,
    clock,
    runs: (canary, kind) =>
      table.select({
        canary,
        kind,
        now: clock.now(),
        from: 0,
        after: { started: clock.now(), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' },
        passedSince: 0,
        failedSince: 0,
        limit: 100,
      }),
    end: async () => {
      database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type Target = {
  url: string;
  /** Method and path of every request so far. */
  requests: string[];
  /** Responds to requests; 200 by default. */
  answer: RequestListener;
  end(): void;
};

/** Starts an HTTP server on loopback, for canaries to request. */
export async function startTarget(): Promise<Target> {
  const server = createServer((request, response) => {
    target.requests.push(`${request.method} ${request.url}`);
    target.answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const target: Target = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    answer: (_, response) => void response.end('ok'),
    end: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return target;
}
