import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { processWide } from '../process-wide';

export const REQUEST_ID_HEADER = 'x-request-id';

/** Ids that proxies set: UUIDs, traces, digits and letters. Anything else may be an attempt to write into the log. */
const WELL_FORMED = /^[\w-]{8,64}$/;

/** Who sent a request, as the audit log names them. */
export type Sender = {
  /** `program` for the token of the environment, `none` for a person who may not see the dashboard. */
  role: 'reader' | 'viewer' | 'operator' | 'program' | 'none';
  id?: string | undefined;
  name?: string | undefined;
};

/** What is known of a request while it is answered. */
export type CurrentRequest = {
  id: string;
  /** Undefined until it is known. */
  sender?: Sender;
  /** What the audit log says of it besides. */
  facts: Record<string, string>;
  /** Rejects if its sender has sent too many; undefined until it was counted. */
  counted?: Promise<void>;
};

const current = () => processWide('current request', () => new AsyncLocalStorage<CurrentRequest>());

/** The id that a request came with, if it is well formed, or else a new one. */
export const requestIdOf = (sent: string | string[] | undefined): string =>
  typeof sent === 'string' && WELL_FORMED.test(sent) ? sent : randomUUID();

/** Makes a request the one that is answered from here on, and returns it. */
export function enterRequest(id: string): CurrentRequest {
  const request: CurrentRequest = { id, facts: {} };
  current().enterWith(request);
  return request;
}

/** The request that is answered; undefined for work of the server's own. */
export const currentRequest = (): CurrentRequest | undefined => current().getStore();

/** The id of that request. */
export const currentRequestId = (): string | undefined => currentRequest()?.id;
