import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettableClock } from '@/lib/local-aws/clock';
import { type LocalAws, type LocalAwsOptions, startLocalAws } from '@/lib/local-aws/server';
import { forgetUpstreams } from './aws/care/upstream';
import { deadlineClient, profilerClient, syntheticsClient } from './aws/clients';
import { sharedAggregations } from './deadline/costs/aggregations';
import { SharedCalls } from './shared-calls';
import { runIndexes } from './synthetics/runs/run-indexes';

export const TEST_NOW = Date.parse('2026-11-24T14:32:10Z');

/** Makes this process a dashboard's server that was just started with local services. */
export function pointAt(endpoint: string, settings: Record<string, string> = {}): void {
  const own = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    TRIPTYCH_NOW: new Date(TEST_NOW).toISOString(),
    TRIPTYCH_AWS_TIMEOUT_MS: '15000',
  };
  Object.assign(process.env, own, settings);
  forgetEverything();
}

/** Drops all cached answers, clients and failures, as a restart does. */
export function forgetEverything(): void {
  SharedCalls.forgetAll();
  sharedAggregations().clear();
  runIndexes().clear();
  forgetUpstreams();
  for (const client of [profilerClient, deadlineClient, syntheticsClient]) client.forget();
}

/** A folder for a test's local services, and a function that removes it. */
export async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'triptych-server-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

export type TestAws = LocalAws & { clock: SettableClock };

/** Starts local-aws at TEST_NOW, without sample data by default; `close` also removes its folder. */
export async function startTestAws(options: Partial<LocalAwsOptions> = {}): Promise<TestAws> {
  const { folder, remove } = await temporaryFolder();
  const clock = new SettableClock(TEST_NOW);
  const aws = await startLocalAws({ port: 0, admin: false, folder, clock, sample: false, ...options });
  const close = async () => {
    await aws.close();
    await remove();
  };
  return { ...aws, clock, close };
}

type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>;

/** Calls a route handler as Next does, and parses a JSON body. */
export async function callRoute(
  handler: Handler,
  { path = '/', params = {}, ...init }: { path?: string; params?: object } & RequestInit = {},
) {
  const headers = { host: '127.0.0.1:3000', ...Object.fromEntries(new Headers(init.headers)) };
  const request = new Request(`http://127.0.0.1:3000${path}`, { ...init, headers });
  const response = await handler(request, { params: Promise.resolve(params) });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    body: isJson ? JSON.parse(bytes.toString()) : undefined,
  };
}
