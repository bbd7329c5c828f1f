import type { Answer } from '@/lib/answer/answer';
import { ProblemError } from '@/lib/answer/problem';
import { exactNow } from '../clock';
import { keptAnswer } from '../links/kept-answer';
import type { Config } from './config';
import { lastConfig, readConfig } from './read-config';

/** A section of the configuration. After a change with a mistake, that of before it, with a warning that begins with `outdated`. */
const configured =
  <Section extends keyof Config>(section: Section, outdated: string) =>
  (): Promise<Answer<Config[Section]>> =>
    keptAnswer(section, '', async () => {
      const asOf = exactNow();
      try {
        return { data: readConfig()[section], asOf, partial: false, warnings: [] };
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        return {
          data: lastConfig()[section],
          asOf,
          partial: true,
          warnings: [`${outdated} ${error.message}`],
        };
      }
    });

export const configuredUsers = configured('users', 'Names of users may be missing or old.');
export const configuredViews = configured('views', 'Views may be missing or old, and nothing is recorded.');
