import { mkdir, rename, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { TEST_NOW } from './servers';
import { TriptychProcess } from './triptych-process';

/** A run as GetCanaryRuns sends it, as far as tests read it. Times are epoch seconds. */
export type RawRun = {
  Id: string;
  ScheduledRunId: string;
  RetryAttempt?: number;
  Status: { State: string; StateReason?: string };
  Timeline: { Started: number; Completed: number };
  Location?: string;
};

type Ports = { port: number; localAwsPort: number };

/** A dashboard of its own, the clocks of which stand still, and a page that its canaries request. */
export class OwnCanaries {
  /** The status that the page answers with. */
  status = 200;
  /** How long an answer takes by the clock of local-aws, as a duration. */
  takes = 'PT3S';
  /** Answers wait for it. */
  held: Promise<void> = Promise.resolve();
  readonly #page: Server = createServer(async (_, response) => {
    await this.held;
    await this.send('PUT', '/_local-aws/clock', { by: this.takes });
    response.writeHead(this.status).end('Hello');
  });

  private constructor(
    readonly data: string,
    private readonly triptych: TriptychProcess,
    private readonly localAws: string,
  ) {}

  static async start(data: string, { port, localAwsPort }: Ports, ...args: string[]): Promise<OwnCanaries> {
    await mkdir(data, { recursive: true });
    const ports = ['--port', String(port), '--local-aws-port', String(localAwsPort)];
    const triptych = new TriptychProcess(['--data', data, '--now', TEST_NOW, '--admin', ...ports, ...args]);
    await triptych.printed(/triptych listening on (http:\S+)/);
    const own = new OwnCanaries(data, triptych, `http://127.0.0.1:${localAwsPort}`);
    await new Promise<void>((resolve) => own.#page.listen(0, '127.0.0.1', resolve));
    return own;
  }

  async stop(): Promise<void> {
    await this.triptych.stop();
    this.#page.closeAllConnections();
    this.#page.close();
  }

  /** Sends a request to local-aws, and reads the JSON of its answer. */
  async send(method: string, path: string, body?: object) {
    const answer = await fetch(this.localAws + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : undefined;
  }

  /** Sets the clock of local-aws; that of the dashboard stays at TEST_NOW. */
  setClock = (now: string) => this.send('PUT', '/_local-aws/clock', { now });

  callCount = async (operation: string): Promise<number> =>
    (await this.send('GET', '/_local-aws/calls'))[operation] ?? 0;

  /** Lets local-aws answer an operation with this JSON, `times` times. */
  answer = (operation: string, json: object, times = 1_000_000) =>
    this.send('POST', '/_local-aws/faults', {
      ...{ operation, times },
      fault: { kind: 'text', status: 200, text: JSON.stringify(json), contentType: 'application/json' },
    });

  /** Creates canaries that request the page, and waits for their first run. */
  async create(...canaries: { name: string; schedule: string }[]): Promise<void> {
    const url = `http://127.0.0.1:${(this.#page.address() as AddressInfo).port}/`;
    const file = join(this.data, 'canaries.json');
    await writeFile(`${file}.new`, JSON.stringify({ canaries: canaries.map((each) => ({ ...each, url })) }));
    await rename(`${file}.new`, file);
    for (const { name } of canaries) await this.ranUntil(name, 1);
  }

  /** All of a canary's runs, newest first. */
  async runs(name: string, RunType = 'CANARY_RUN'): Promise<RawRun[]> {
    const all: RawRun[] = [];
    for (let NextToken: string | undefined; ; ) {
      const page = await this.send('POST', `/canary/${name}/runs`, {
        RunType,
        ...(NextToken && { NextToken }),
      });
      all.push(...page.CanaryRuns);
      NextToken = page.NextToken;
      if (!NextToken) return all;
    }
  }

  /** Waits until a canary has so many finished runs. */
  ranUntil = (name: string, count: number) =>
    expect
      .poll(async () => {
        const runs = await this.runs(name).catch(() => []);
        return runs.filter(({ Status }) => Status.State !== 'RUNNING').length;
      })
      .toBe(count);

  /** Runs a canary once more at an instant: its schedule begins again then. */
  async runAt(now: string, name: string): Promise<void> {
    const { length } = await this.runs(name);
    await this.setClock(now);
    await this.send('POST', `/canary/${name}/stop`);
    await this.send('POST', `/canary/${name}/start`);
    await this.ranUntil(name, length + 1);
  }
}
