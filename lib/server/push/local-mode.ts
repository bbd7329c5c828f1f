import { ProblemError } from '@/lib/answer/problem';
import { MAX_FILE_BYTES } from '@/lib/profile/import/unzip';
import { env } from '../env';

/** Limits of pushed files, for the page that pushes them; undefined when they can't be pushed because the dashboard shows AWS. */
export const pushLimits = (): { maxFileBytes: number } | undefined =>
  env().TRIPTYCH_LOCAL_AWS === undefined ? undefined : { maxFileBytes: MAX_FILE_BYTES };

/** URL of the local-aws to push to. Throws a ProblemError when there is none. */
export function localAws(): string {
  const { TRIPTYCH_LOCAL_AWS: url } = env();
  if (url !== undefined) return url;
  throw new ProblemError({
    code: 'NotLocal',
    message:
      'Files can be pushed only to local-aws, and this dashboard shows AWS. Start it with npm start to push files.',
    status: 403,
    retryable: false,
  });
}
