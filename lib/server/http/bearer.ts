import { createHash, timingSafeEqual } from 'node:crypto';

const BEARER = /^bearer +(.+)$/i;

const hashOf = (text: string) => createHash('sha256').update(text).digest();

/** The token in an Authorization header; undefined without one. */
export const bearerIn = (headers: { get(name: string): string | null }): string | undefined =>
  BEARER.exec(headers.get('authorization') ?? '')?.[1]?.trim();

/** The token that a request has in that header. */
export const bearerOf = ({ headers }: Pick<Request, 'headers'>): string | undefined => bearerIn(headers);

/** Compares hashes, which have one length, and takes the same time for all of them. */
export const isSameToken = (sent: string, token: string): boolean =>
  timingSafeEqual(hashOf(sent), hashOf(token));
