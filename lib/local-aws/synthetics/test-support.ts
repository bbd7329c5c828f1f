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
  /** What a client of the SDK is made with. */
  config: { endpoint: string; region: string; credentials: { accessKeyId: string; secretAccessKey: string } };
  folder: string;
  /** Starts again on the same data, on another port. */
  restart(): Promise<LocalAws>;
  /** Writes canaries.json, or a text in its place, and lets it be read. */
  edit(canaries: object[] | string): Promise<void>;
  /** Sets the clock, begins what is due then, and waits until it has ended. */
  tickAt(now: number): Promise<void>;
  end(): Promise<void>;
};

/** A local-aws on a port and in a folder of its own, its clock standing at `now`, `canaries` in its canaries.json. */
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
      // A file that has just changed is read at the second look.
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

type Next<Args, Result> = (args: Args) => Promise<Result>;

/** Middleware for the step `build`: members that the client predates, added to the request's body before it is signed. */
export function addToBody(members: object) {
  return <Args extends { request: unknown }, Result>(next: Next<Args, Result>): Next<Args, Result> =>
    (args) => {
      const request = args.request as { body: string };
      request.body = JSON.stringify({ ...JSON.parse(request.body), ...members });
      return next(args);
    };
}

/** Middleware for the step `build`: a query parameter that the client predates. */
export function addToQuery(parameters: Record<string, string>) {
  return <Args extends { request: unknown }, Result>(next: Next<Args, Result>): Next<Args, Result> =>
    (args) => {
      Object.assign((args.request as { query: object }).query, parameters);
      return next(args);
    };
}

/** Middleware for the step `deserialize`: hands on the answer as it came, with the members that the client drops. */
export function readAnswer(read: (answer: unknown) => void) {
  return <Args, Result extends { response: unknown }>(next: Next<Args, Result>): Next<Args, Result> =>
    async (args) => {
      const result = await next(args);
      const response = result.response as { body: AsyncIterable<Buffer> | Buffer };
      const chunks: Buffer[] = [];
      for await (const chunk of response.body as AsyncIterable<Buffer>) chunks.push(chunk);
      response.body = Buffer.concat(chunks);
      read(JSON.parse(response.body.toString()));
      return result;
    };
}

/** What a test reads of a run as it crosses the wire. */
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
  /** What the table has of a canary, newest first. */
  runs(canary: string, kind: 'canary' | 'dry'): Promise<CanaryRun[]>;
  end(): Promise<void>;
};

/** The table of runs alone, in a folder of its own. */
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
  asked: string[];
  /** Answers from now on; 200 at first. */
  answer: RequestListener;
  end(): void;
};

/** A really started http server on loopback, for canaries to request. */
export async function startTarget(): Promise<Target> {
  const server = createServer((request, response) => {
    target.asked.push(`${request.method} ${request.url}`);
    target.answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const target: Target = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    answer: (_, response) => void response.end('ok'),
    end: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return target;
}
