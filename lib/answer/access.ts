/**
 * What somebody may do. Readers are programs, which only see; viewers see and share; operators also change things and see costs by
 * user.
 */
export type Role = 'reader' | 'viewer' | 'operator';

/** What not everybody may do, by whom, and as it completes “Only operators may …”. */
const ACTIONS = {
  keepLinks: { by: 'people', what: 'share pages, and rename and revoke links' },
  startDryRuns: { by: 'operators', what: 'start dry runs' },
  writeNotes: { by: 'operators', what: 'add, change and delete notes' },
  changeLinksOfOthers: { by: 'operators', what: 'rename and revoke links of others' },
  addFiles: { by: 'operators', what: 'add files to the dashboard' },
  seeUsers: { by: 'operators', what: 'see users and costs by user' },
  manageTokens: { by: 'operators', what: 'list, create and revoke tokens' },
} as const;

/** Something that not everybody may do who may see the dashboard. */
export type Action = keyof typeof ACTIONS;

/** Why a role doesn’t include an action; undefined if it does. */
export function refusalOf(role: Role, action: Action): string | undefined {
  const { by, what } = ACTIONS[action];
  if (role === 'operator' || (role === 'viewer' && by === 'people')) return undefined;
  return `Only ${by === 'people' ? 'people who are signed in' : 'operators'} may ${what}.`;
}

/** Who is signed in, as the page header shows it. */
export type Person = {
  /** Undefined without sign-in. */
  name?: string | undefined;
  role: Role;
  canSignOut: boolean;
};

/** The code of the problem of a request without a valid session or token. */
export const SIGNED_OUT = 'SignedOut';

/** The address that signs in and then leads to a path of the dashboard. */
export const signInPath = (to: string): string => `/sign-in?${new URLSearchParams({ to })}`;
