import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { signInPath } from '@/lib/answer/access';
import { ProblemError } from '@/lib/answer/problem';
import { authorize, type User } from '@/lib/server/access/authorize';
import { PAGE_HEADER } from '@/lib/server/access/page-header';

/** Returns who opens a page. Every page calls it before anything else. Others are led to where they can sign in, and from there back. */
export async function pageUser(): Promise<User> {
  const head = await headers();
  try {
    return await authorize(head, 'view');
  } catch (error) {
    if (error instanceof ProblemError) redirect(signInPath(head.get(PAGE_HEADER) ?? '/') as Route);
    throw error;
  }
}
