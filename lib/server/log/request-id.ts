import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { processWide } from '../process-wide';

export const REQUEST_ID_HEADER = 'x-request-id';

/** Ids that proxies set: UUIDs, traces, digits and letters. Anything else may be an attempt to write into the log. */
const WELL_FORMED = /^[\w-]{8,64}$/;

const current = () => processWide('request id', () => new AsyncLocalStorage<string>());

/** The id that a request came with, if it is well formed, or else a new one. */
export const requestIdOf = (sent: string | string[] | undefined): string =>
  typeof sent === 'string' && WELL_FORMED.test(sent) ? sent : randomUUID();

/** Makes an id that of the request that is answered from here on. */
export const enterRequest = (id: string): void => current().enterWith(id);

/** The id of the request that is answered; undefined for work of the server's own. */
export const currentRequestId = (): string | undefined => current().getStore();
