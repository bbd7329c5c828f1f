/** What somebody may do: readers, who are programs, and viewers see; viewers also share; operators also change things and see costs by user. */
export type Role = 'reader' | 'viewer' | 'operator';

/** What only people may do, each as it completes “Only people who are signed in may …”. */
const ACTIONS_OF_PEOPLE = {
  keepLinks: 'share pages, and rename and revoke links',
} as const;

/** What only operators may do, each as it completes “Only operators may …”. */
const OPERATOR_ACTIONS = {
  startDryRuns: 'start dry runs',
  writeNotes: 'add, change and delete notes',
  changeLinksOfOthers: 'rename and revoke links of others',
  addFiles: 'add files to the dashboard',
  seeUsers: 'see users and costs by user',
  manageTokens: 'list, create and revoke tokens',
} as const;

/** Something that not everybody may do who may see the dashboard. */
export type Action = keyof typeof ACTIONS_OF_PEOPLE | keyof typeof OPERATOR_ACTIONS;

/** Why a role doesn’t include an action; undefined if it does. */
export function refusalOf(role: Role, action: Action): string | undefined {
  if (role === 'operator') return undefined;
  if (action in OPERATOR_ACTIONS)
    return `Only operators may ${OPERATOR_ACTIONS[action as keyof typeof OPERATOR_ACTIONS]}.`;
  if (role === 'viewer') return undefined;
  return `Only people who are signed in may ${ACTIONS_OF_PEOPLE[action as keyof typeof ACTIONS_OF_PEOPLE]}.`;
}

/** Who is signed in, as the page header shows it. */
export type Person = {
  /** Undefined without sign-in. */
  name?: string | undefined;
  role: Role;
  canSignOut: boolean;
  /** Operators, where people sign in, have tokens for programs. */
  hasTokens: boolean;
};

/** The code of the problem of a request without a valid session or token. */
export const SIGNED_OUT = 'SignedOut';

/** The address that signs in and then leads to a path of the dashboard. */
export const signInPath = (to: string): string => `/sign-in?${new URLSearchParams({ to })}`;
