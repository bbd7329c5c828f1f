import { counted } from '@/lib/answer/counted';
import { formatBytes } from '@/lib/answer/format-bytes';
import { NOT_KEPT, ProblemError } from '@/lib/answer/problem';

export const notKept = () =>
  new ProblemError({
    code: NOT_KEPT,
    message: 'This link does not keep this. It keeps what its page showed when it was shared.',
    status: 404,
    retryable: false,
  });

export const keptDataLost = () =>
  new ProblemError({
    code: 'KeptDataLost',
    message: 'What this link kept of this is missing or damaged.',
    status: 410,
    retryable: false,
  });

export const noSuchLink = () =>
  new ProblemError({
    code: 'NoSuchLink',
    message: 'This link was revoked, or it never existed.',
    status: 404,
    retryable: false,
  });

export const linksAreOff = () =>
  new ProblemError({
    code: 'LinksOff',
    message:
      'This dashboard has no folder in which links can keep data. Start it with --data, or set TRIPTYCH_ARCHIVE.',
    status: 503,
    retryable: false,
  });

export const linkTooLarge = (mebibytes: number) =>
  new ProblemError({
    code: 'LinkTooLarge',
    message: `This page shows more than the ${mebibytes} MiB that a link may keep. Choose a shorter range.`,
    status: 413,
    retryable: false,
  });

export const linksAreFull = ({ count, bytes }: { count: number; bytes: number }) =>
  new ProblemError({
    code: 'LinksFull',
    message: `There is no room for another link: ${counted(count, 'link')} take ${formatBytes(bytes)}. Revoke some that nobody needs.`,
    status: 507,
    retryable: false,
  });

export const otherLinkHasId = () =>
  new ProblemError({
    code: 'OtherLink',
    message: 'This dashboard has another link with the same id. Revoke that one, and open the file again.',
    status: 409,
    retryable: false,
  });
