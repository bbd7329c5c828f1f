import type { Answer } from '@/lib/answer/answer';
import { ProblemError } from '@/lib/answer/problem';
import type { User } from '@/lib/farm/users';
import { exactNow } from '../clock';
import { keptAnswer } from '../links/kept-answer';
import { lastConfig, readConfig } from './read-config';

/** The users in the configuration. After a change with a mistake, those of before it, with a warning. */
export const configuredUsers = (): Promise<Answer<User[]>> => keptAnswer('users', '', usersNow);

async function usersNow(): Promise<Answer<User[]>> {
  const asOf = exactNow();
  try {
    return { data: readConfig().users, asOf, partial: false, warnings: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const warnings = [`Names of users may be missing or old. ${error.message}`];
    return { data: lastConfig().users, asOf, partial: true, warnings };
  }
}
