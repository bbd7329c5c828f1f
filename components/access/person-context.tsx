'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { type Action, type Person, refusalOf } from '@/lib/answer/access';

/** Pages that are shown before anybody has signed in have none of the controls that only operators may use. */
const NOBODY: Person = { role: 'viewer', canSignOut: false };

const PersonContext = createContext<Person | undefined>(undefined);

type PersonProviderProps = {
  /** Undefined when nobody is signed in. */
  person: Person | undefined;
  children: ReactNode;
};

/** Gives all components of a page who is signed in. */
export const PersonProvider = ({ person, children }: PersonProviderProps) => (
  <PersonContext value={person ?? NOBODY}>{children}</PersonContext>
);

/** Who is signed in; without a provider, as in a unit test, the owner of a dashboard without sign-in. */
export const usePerson = (): Person => useContext(PersonContext) ?? { role: 'operator', canSignOut: false };

/** Why the person who is signed in may not do something; undefined if they may. */
export const useRefusal = (action: Action): string | undefined => refusalOf(usePerson().role, action);
