import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { processWide } from '../process-wide';
import { cookieIn, setCookie } from './cookies';
import { seal, unseal } from './sealed';
import type { OidcSettings } from './sign-in-settings';

const USE = 'session';
/** A session that was used longer ago than this share of its idle time gets a new cookie. */
const RENEWED_AFTER = 0.1;
/** Signed-out sessions that are remembered until they would have ended; of more, the first are forgotten. */
const MAX_ENDED = 100_000;

const content = z.object({
  id: z.string(),
  /** Who it is, in all sessions. */
  userId: z.string(),
  name: z.string(),
  groups: z.array(z.string()),
  /** When the person signed in, and when the cookie was made, epoch milliseconds. */
  startedAt: z.number(),
  usedAt: z.number(),
});

/** What the cookie of somebody who is signed in says. */
export type Session = z.output<typeof content>;

/** Copies of a cookie can exist when its session is signed out, so these are refused by their ids. */
const ended = () => processWide('ended sessions', () => new LRUCache<string, true>({ max: MAX_ENDED }));

/** A cookie with this prefix can’t be set by another host of the same domain, or without TLS. */
export const cookieName = (name: string, { isSecure }: Pick<OidcSettings, 'isSecure'>): string =>
  isSecure ? `__Host-${name}` : name;

const SESSION = 'triptych-session';

/** The Set-Cookie header of a session that starts. */
export const startedSession = (
  of: Pick<Session, 'userId' | 'name' | 'groups'>,
  settings: OidcSettings,
  now: number,
): Promise<string> => {
  const { userId, name, groups } = of;
  const id = randomBytes(16).toString('base64url');
  return cookieOf({ id, userId, name, groups, startedAt: now, usedAt: now }, settings);
};

async function cookieOf(session: Session, settings: OidcSettings): Promise<string> {
  const { secrets, idleMs, maxMs, isSecure } = settings;
  const until = Math.min(session.usedAt + idleMs, session.startedAt + maxMs);
  return setCookie({
    name: cookieName(SESSION, settings),
    value: await seal(session, { secrets, use: USE, until }),
    maxAgeSeconds: (until - session.usedAt) / 1000,
    isSecure,
  });
}

/** The session in a Cookie header, with a Set-Cookie header when it is due for a new cookie; undefined if there is no valid one. */
export async function readSession(
  header: string | null,
  settings: OidcSettings,
  now: number,
): Promise<{ session: Session; setCookie?: string } | undefined> {
  const { secrets, idleMs, maxMs } = settings;
  const sealed = cookieIn(header, cookieName(SESSION, settings));
  const opened = await unseal(sealed, { secrets, use: USE, now });
  const parsed = content.safeParse(opened?.content);
  if (!opened || !parsed.success || ended().has(parsed.data.id)) return undefined;
  const session = parsed.data;
  // The settings may have become stricter since the cookie was made.
  if (now >= session.startedAt + maxMs || now >= session.usedAt + idleMs) return undefined;
  const isDue = opened.hasOldKey || now - session.usedAt > idleMs * RENEWED_AFTER;
  return { session, ...(isDue && { setCookie: await cookieOf({ ...session, usedAt: now }, settings) }) };
}

/** Refuses a session from now on, and returns the Set-Cookie header that removes it. */
export function endedSession(session: Session | undefined, settings: OidcSettings, now: number): string {
  if (session) ended().set(session.id, true, { ttl: Math.max(1, session.startedAt + settings.maxMs - now) });
  return setCookie({
    ...{ name: cookieName(SESSION, settings), value: '', maxAgeSeconds: 0 },
    isSecure: settings.isSecure,
  });
}
