import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CanaryRun } from '@/lib/canary/run';

type Body = { NextToken?: string; MaxResults?: number; RunType?: string; DryRunId?: string };

type Fault = { status: number; code: string } | { body: object };

/**
 * Answers GetCanaryRuns from a list, newest first, with tokens that are places in it: a run that is added between two requests
 * shifts all pages, as AWS's may.
 */
export class ShiftingServer {
  runs: CanaryRun[] = [];
  readonly requests: Body[] = [];
  pageSize = 100;
  /** Called before each answer with the number of the request, from 0. A returned answer replaces the list's. */
  before: (request: number, body: Body) => Fault | undefined | Promise<undefined> = () => undefined;
  #server!: Server;

  async start(): Promise<string> {
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const body: Body = JSON.parse(Buffer.concat(chunks).toString());
      const number = this.requests.push(body) - 1;
      const fault = await this.before(number, body);
      response.setHeader('content-type', 'application/json');
      if (fault && 'code' in fault) {
        response.writeHead(fault.status, { 'x-amzn-errortype': fault.code }).end('{"Message":"No."}');
      } else {
        response.end(JSON.stringify(fault?.body ?? this.#page(body)));
      }
    });
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Starts over with runs, newest first, and without requests or faults. */
  reset(runs: CanaryRun[]): void {
    this.requests.length = 0;
    this.before = () => undefined;
    this.pageSize = 100;
    this.runs = runs;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #page({ NextToken }: Body): object {
    const from = Number(NextToken?.replace('place-', '') ?? 0);
    const to = from + this.pageSize;
    return {
      CanaryRuns: this.runs.slice(from, to).map(wireOf),
      ...(to < this.runs.length && { NextToken: `place-${to}` }),
    };
  }
}

export const wireOf = (run: CanaryRun) => ({
  Id: run.id,
  ScheduledRunId: run.scheduledRunId,
  RetryAttempt: run.retryAttempt,
  Name: run.name,
  Status: { State: run.state },
  Timeline: {
    Started: run.started / 1000,
    ...(run.completed !== undefined && { Completed: run.completed / 1000 }),
  },
});
