import type { IncomingHttpHeaders } from 'node:http';
import { ServiceError } from './service-error';

const LOOPBACK = /^(?:(?:[\w-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/**
 * Why a request is refused that a web page could have sent: its Host isn't loopback, as after DNS rebinding, or it
 * bears the Origin of another site. Clients of the services send neither; undefined for theirs. A server that other
 * machines may ask can't know all its names and answers to any Host.
 */
export function refusalFor(
  { host, origin }: IncomingHttpHeaders,
  known: 'loopback' | 'any',
): ServiceError | undefined {
  if (known === 'loopback' && host !== undefined && !LOOPBACK.test(host))
    return refused('This server answers to a loopback host only.');
  if (origin !== undefined && origin.toLowerCase() !== `http://${host?.toLowerCase()}`) {
    return refused('This server does not answer to web pages.');
  }
  return undefined;
}

const refused = (message: string) => new ServiceError('AccessDeniedException', 403, message);
