import { CodeGuruProfilerClient } from '@aws-sdk/client-codeguruprofiler';
import { DeadlineClient } from '@aws-sdk/client-deadline';
import { SyntheticsClient } from '@aws-sdk/client-synthetics';
import { type Env, env } from '../env';
import { processWide } from '../process-wide';
import { collectBytes } from './collect-bytes';
import { readThrown } from './read-error';
import { region } from './region';

const CONNECTION_TIMEOUT_MS = 3000;
const LONGEST_WAIT_SECONDS = 2;

type Settings = { region: string; endpoint: string | undefined; timeoutMs: number };

/** `get` gives the client for the environment as it is now; `forget` makes the next one read credentials anew. */
export type LazyClient<Client> = { get(): Promise<Client>; forget(): void };

const common = ({ region, endpoint }: Settings) => ({
  region,
  ...(endpoint ? { endpoint } : {}),
  retryMode: 'standard',
  maxAttempts: 3,
  /** Handed on to the credential chain: a profile written after the start is found. */
  ignoreCache: true,
  streamCollector: collectBytes,
});

/** Two thirds of a whole call's time for one silent attempt, so that a second one can still answer. */
const timeouts = ({ timeoutMs }: Settings) => ({
  connectionTimeout: Math.min(CONNECTION_TIMEOUT_MS, timeoutMs),
  requestTimeout: Math.ceil((timeoutMs * 2) / 3),
});

/** An exception that must be told to the viewer rather than waited out. */
export class LongWait extends Error {
  constructor(override readonly cause: unknown) {
    super('AWS asks for a longer wait than a viewer should have.');
  }
}

/** This client obeys Retry-After, however long, and would run into the whole call's limit: a wrong message. */
const refuseLongWait = (error: unknown) =>
  (readThrown(error).retryAfterSeconds ?? 0) > LONGEST_WAIT_SECONDS ? new LongWait(error) : error;

export const profilerClient = lazyClient(
  'profiler',
  (e) => e.AWS_ENDPOINT_URL_CODEGURUPROFILER,
  (settings) => new CodeGuruProfilerClient({ ...common(settings), requestHandler: timeouts(settings) }),
);

export const deadlineClient = lazyClient(
  'deadline',
  (e) => e.AWS_ENDPOINT_URL_DEADLINE,
  (settings) => {
    const client = new DeadlineClient({
      ...common(settings),
      // The client's "management." before an overridden host would name a host that does not exist.
      ...(settings.endpoint ? { disableHostPrefix: true } : {}),
      requestHandler: { ...timeouts(settings), throwOnRequestTimeout: true },
    });
    client.middlewareStack.add(
      (next) => (args) => next(args).catch((error: unknown) => Promise.reject(refuseLongWait(error))),
      { step: 'finalizeRequest', priority: 'low', name: 'refuseLongWait' },
    );
    return client;
  },
);

export const syntheticsClient = lazyClient(
  'synthetics',
  (e) => e.AWS_ENDPOINT_URL_SYNTHETICS,
  (settings) => new SyntheticsClient({ ...common(settings), requestHandler: timeouts(settings) }),
);

function lazyClient<Client>(
  name: string,
  ownEndpoint: (env: Env) => string | undefined,
  make: (settings: Settings) => Client,
): LazyClient<Client> {
  const held = () => processWide<{ client?: Client; madeFor?: string }>(`aws client ${name}`, () => ({}));
  return {
    get: async () => {
      const settings = {
        region: await region(),
        endpoint: ownEndpoint(env()) ?? env().AWS_ENDPOINT_URL,
        timeoutMs: env().TRIPTYCH_AWS_TIMEOUT_MS,
      };
      const madeFor = JSON.stringify(settings);
      const slot = held();
      if (slot.client === undefined || slot.madeFor !== madeFor) {
        slot.client = make(settings);
        slot.madeFor = madeFor;
      }
      return slot.client;
    },
    forget: () => {
      held().client = undefined;
    },
  };
}
