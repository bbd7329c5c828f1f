import type { IncomingHttpHeaders } from 'node:http';
import { ServiceError } from './service-error';

const LOOPBACK = /^(?:(?:[\w-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/**
 * Refuses requests that a web page could have sent: their Host isn't loopback, as after DNS rebinding, or they have the
 * Origin of another site. Returns undefined for the services' own clients, which send neither. A server that is open to
 * other machines can't know all its names: with 'any' it answers to every Host.
 */
export function refusalFor(
  { host, origin }: IncomingHttpHeaders,
  hosts: 'loopback' | 'any',
): ServiceError | undefined {
  if (hosts === 'loopback' && host !== undefined && !LOOPBACK.test(host))
    return accessDenied('This server answers to a loopback host only.');
  if (origin !== undefined && origin.toLowerCase() !== `http://${host?.toLowerCase()}`) {
    return accessDenied('This server does not answer to web pages.');
  }
  return undefined;
}

const accessDenied = (message: string) => new ServiceError('AccessDeniedException', 403, message);
