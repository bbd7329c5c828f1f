import { createHash } from 'node:crypto';
import { type Action, type Person, type Role, refusalOf } from '@/lib/answer/access';
import { bearerIn } from '../http/bearer';
import { auditSender } from '../log/audit';
import { storedTokens } from '../tokens/stored-tokens';
import { badToken } from '../tokens/token-problems';
import { isToken } from '../tokens/tokens';
import { noAccess, onlyOperators, signedOut } from './access-problems';
import { frontClaims } from './front/front-token';
import { limitRequests } from './limit-requests';
import { knownGroups, nameOf, roleOf } from './roles';
import { readSession } from './session';
import { type SignInSettings, signInSettings } from './sign-in-settings';

/** What a request needs: `view` for everything that all who are signed in may see and do. */
export type Need = 'view' | Action;

/** Who sent a request. */
export type User = {
  /** The same in all sessions of a person, or of a token, and tells nothing about who it is; undefined without sign-in. */
  id: string | undefined;
  name: string | undefined;
  role: Role;
  /** A Set-Cookie header that the answer should have, because the session is due for a new cookie. */
  setCookie?: string;
};

type Head = { get(name: string): string | null };

/** Without sign-in the server listens on loopback alone, so everybody is its owner. */
const OWNER: User = { id: undefined, name: undefined, role: 'operator' };

/**
 * Returns who sent a request. Every page and every route calls it before anything else. Rejects with a ProblemError when nobody is
 * signed in (401), or who it is may not see the dashboard or do what the request needs (403) or has sent too many requests (429).
 */
export async function authorize(headers: Head, need: Need): Promise<User> {
  const user = await userOf(headers, signInSettings());
  auditSender(user);
  await limitRequests(user.id);
  if (need !== 'view') requireAction(user, need);
  return user;
}

/** Throws a ProblemError unless somebody may do something. */
export function requireAction({ role }: Pick<User, 'role'>, action: Action): void {
  const refusal = refusalOf(role, action);
  if (refusal !== undefined) throw onlyOperators(refusal);
}

async function userOf(headers: Head, settings: SignInSettings): Promise<User> {
  const token = settings.mode === 'none' ? undefined : bearerIn(headers);
  if (token !== undefined && isToken(token)) return programWith(token);
  // Sessions last as long as the clock on the wall says, also in tests with a frozen one.
  const now = Date.now();
  switch (settings.mode) {
    case 'none':
      return OWNER;
    case 'oidc': {
      const found = await readSession(headers.get('cookie'), settings, now);
      if (!found) throw signedOut();
      const { session, setCookie } = found;
      const { userId: id, name, groups } = session;
      return { ...admitted(id, name, roleOf(groups, settings.roles)), ...(setCookie && { setCookie }) };
    }
    case 'jwt': {
      const claims = await frontClaims(headers.get(settings.header), settings, now);
      const role = roleOf(knownGroups(claims, settings.roles), settings.roles);
      return admitted(userId(settings.issuer, String(claims.sub ?? '')), nameOf(claims), role);
    }
  }
}

/** The program that a token was created for, which may read. */
async function programWith(token: string): Promise<User> {
  const found = await (await storedTokens()).find(token);
  if (!found) throw badToken();
  return { id: `token:${found.id}`, name: found.name, role: 'reader' };
}

function admitted(id: string, name: string, role: Role | undefined): User {
  if (role === undefined) {
    auditSender({ id, name, role: 'none' });
    throw noAccess(name);
  }
  return { id, name, role };
}

/** An id of a person, who is a subject of an issuer. */
export const userId = (issuer: string, subject: string): string =>
  createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest('base64url')
    .slice(0, 22);

/** What the page header shows of somebody. */
export const personOf = ({ name, role }: User): Person => ({
  name,
  role,
  canSignOut: signInSettings().mode === 'oidc',
});
