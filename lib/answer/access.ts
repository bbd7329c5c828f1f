/** What a person may do: viewers see, operators also change things and see costs by user. */
export type Role = 'viewer' | 'operator';

/** What only operators may do, each as it completes “Only operators may …”. */
const OPERATOR_ACTIONS = {
  startDryRuns: 'start dry runs',
  writeNotes: 'add, change and delete notes',
  changeLinksOfOthers: 'rename and revoke links of others',
  addFiles: 'add files to the dashboard',
  seeUsers: 'see users and costs by user',
} as const;

/** Something that not everybody who is signed in may do. */
export type Action = keyof typeof OPERATOR_ACTIONS;

/** Why a role doesn’t include an action; undefined if it does. */
export const refusalOf = (role: Role, action: Action): string | undefined =>
  role === 'operator' ? undefined : `Only operators may ${OPERATOR_ACTIONS[action]}.`;

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
