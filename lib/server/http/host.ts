import type { Env } from '../env';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const HOST = /^(\[[0-9a-f:]+\]|[^\s:@/[\]]+)(?::(\d{1,5}))?$/i;

/**
 * Whether a Host header names this server: loopback with any port, or the configured public host (with any port
 * unless it has one). This protects a server on loopback from names of other sites (DNS rebinding).
 */
export function isOwnHost(host: string | null, publicHost: string | undefined): boolean {
  const [, name, port] = HOST.exec(host ?? '') ?? [];
  if (!name) return false;
  if (LOOPBACK.has(name.toLowerCase())) return true;
  const [, ownName, ownPort] = HOST.exec(publicHost ?? '') ?? [];
  if (name.toLowerCase() !== ownName?.toLowerCase()) return false;
  return ownPort === undefined || ownPort === port;
}

/** The public host name of this server, with a port if it has one. */
export const publicHost = ({ TRIPTYCH_HOST, TRIPTYCH_URL }: Pick<Env, 'TRIPTYCH_HOST' | 'TRIPTYCH_URL'>) =>
  TRIPTYCH_HOST ?? (TRIPTYCH_URL && new URL(TRIPTYCH_URL).host);

/** Whether an Origin header names the same host and port as the Host header. */
export function isSameOrigin(origin: string | null, host: string | null): boolean {
  if (!origin || !host) return false;
  try {
    return new URL(origin).host.toLowerCase() === new URL(`http://${host}`).host.toLowerCase();
  } catch {
    return false;
  }
}
