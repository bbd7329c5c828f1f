import type { Role } from '@/lib/answer/access';
import { startedSession } from './session';
import { stubSignIn } from './settings-for-test';
import { signInSettings } from './sign-in-settings';

/** Turns sign-in with a provider on for a test. The provider is never asked. */
export const stubProviderSignIn = (): void =>
  stubSignIn({
    ...{ TRIPTYCH_SIGN_IN: 'oidc', TRIPTYCH_URL: 'http://127.0.0.1:3000' },
    ...{ TRIPTYCH_OIDC_ISSUER: 'http://127.0.0.1:9', TRIPTYCH_OIDC_CLIENT_ID: 'triptych' },
    TRIPTYCH_SESSION_SECRETS: 'a-secret-of-a-test-which-is-long-enough',
  });

/** The Cookie header of somebody who is signed in. */
export async function cookieFor(role: Role, userId: string = role): Promise<string> {
  const settings = signInSettings();
  if (settings.mode !== 'oidc') throw new Error('Call stubProviderSignIn first.');
  const groups = [role === 'operator' ? 'admins' : 'staff'];
  const header = await startedSession({ userId, name: `A ${role}`, groups }, settings, Date.now());
  return header.split(';')[0] ?? '';
}
