import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { SECOND } from '@/lib/time/duration';
import { processWide } from '../../process-wide';
import { keysUnreachable, signedOut } from '../access-problems';
import type { Claims } from '../roles';
import type { JwtSettings } from '../sign-in-settings';
import { albKey } from './alb-keys';
import { KeysUnreadable, keyAnswer } from './key-answer';

/** Clocks of servers differ. */
const TOLERANCE_SECONDS = 30;
/** Node takes at most 16 KiB of headers. */
const MAX_TOKEN_LENGTH = 16_384;

/** The keys of a front, which are read again after ten minutes, and at most twice a minute when one is missing. */
const keySet = (keys: URL): JWTVerifyGetKey =>
  processWide(`sign-in keys ${keys}`, () =>
    createRemoteJWKSet(keys, {
      [customFetch]: async (url) => {
        const text = await keyAnswer(url);
        if (text === undefined) throw new KeysUnreadable('there are none');
        return new Response(text);
      },
    }),
  );

/**
 * What a front says of the person who sent a request, in a token that it signed. Rejects with a ProblemError when the token is missing,
 * forged, too old, for others, or can’t be checked now.
 */
export async function frontClaims(token: string | null, settings: JwtSettings, now: number): Promise<Claims> {
  if (!token || token.length > MAX_TOKEN_LENGTH) throw signedOut();
  const { alb, algorithms, issuer, audience, keys } = settings;
  const checks = {
    algorithms: [...algorithms],
    requiredClaims: ['sub'],
    clockTolerance: TOLERANCE_SECONDS,
    currentDate: new Date(now),
  };
  try {
    if (alb) {
      const key = albKey(keys, (header) => refuseOtherSigner(header, settings, now));
      return (await jwtVerify(token, key, checks)).payload;
    }
    const requiredClaims = ['sub', 'exp'];
    return (await jwtVerify(token, keySet(keys), { ...checks, requiredClaims, issuer, audience })).payload;
  } catch (error) {
    throw isOfKeys(error) ? keysUnreachable() : signedOut();
  }
}

/** A load balancer names itself, for whom a token is, and until when, in the token’s header, which it signs too. */
function refuseOtherSigner(header: Record<string, unknown>, of: JwtSettings, now: number): void {
  const { signer, iss, client, exp } = header;
  const isOurs = signer === of.alb && iss === of.issuer && client === of.audience;
  const isInTime = typeof exp === 'number' && exp + TOLERANCE_SECONDS > now / SECOND;
  if (!isOurs || !isInTime) throw signedOut();
}

/** Whether an error is about reading the keys, and not about the token. */
const isOfKeys = (error: unknown): boolean =>
  error instanceof KeysUnreadable ||
  error instanceof errors.JWKSInvalid ||
  (error instanceof errors.JOSEError && error.code === errors.JOSEError.code);
