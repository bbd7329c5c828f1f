import { createHash, timingSafeEqual } from 'node:crypto';

const BEARER = /^bearer +(.+)$/i;

const hashOf = (text: string) => createHash('sha256').update(text).digest();

/** The token in a request's Authorization header; undefined without one. */
export const bearerOf = ({ headers }: Pick<Request, 'headers'>): string | undefined =>
  BEARER.exec(headers.get('authorization') ?? '')?.[1]?.trim();

/** Compares hashes, which have one length, and takes the same time for all of them. */
export const isSameToken = (sent: string, token: string): boolean =>
  timingSafeEqual(hashOf(sent), hashOf(token));
