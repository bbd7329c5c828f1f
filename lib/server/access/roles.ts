import type { Role } from '@/lib/answer/access';
import type { RoleSettings } from './sign-in-settings';

const EVERYBODY = '*';
const MAX_NAME_LENGTH = 100;

/** What a provider or a front says of a person. */
export type Claims = Record<string, unknown>;

/** Those groups of a person that the settings name, which is all that a session needs of them. */
export function knownGroups(claims: Claims, { claim, viewers, operators }: RoleSettings): string[] {
  // A provider that doesn’t check addresses lets people choose any.
  if (claim === 'email' && `${claims.email_verified}` !== 'true') return [];
  const value = claims[claim];
  const groups = new Set(Array.isArray(value) ? value : [value]);
  return [...new Set([...viewers, ...operators])].filter((group) => groups.has(group));
}

/** The role of somebody in these groups; undefined for those who may not see the dashboard. */
export function roleOf(groups: readonly string[], { viewers, operators }: RoleSettings): Role | undefined {
  const isIn = (named: readonly string[]) =>
    named.includes(EVERYBODY) || groups.some((group) => named.includes(group));
  if (isIn(operators)) return 'operator';
  return isIn(viewers) ? 'viewer' : undefined;
}

/** What to call a person. */
export function nameOf(claims: Claims): string {
  const named = [claims.name, claims.preferred_username, claims.email, claims.sub].find(
    (value): value is string => typeof value === 'string' && value.trim() !== '',
  );
  return (named ?? 'Somebody').trim().slice(0, MAX_NAME_LENGTH);
}
