import { headers } from 'next/headers';
import type { Person } from '@/lib/answer/access';
import { ProblemError } from '@/lib/answer/problem';
import { authorize, personOf } from '@/lib/server/access/authorize';

/** Who is signed in, for the page header; undefined if nobody is. Pages and routes decide by themselves who may see them. */
export async function person(): Promise<Person | undefined> {
  try {
    return personOf(await authorize(await headers(), 'view'));
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}
