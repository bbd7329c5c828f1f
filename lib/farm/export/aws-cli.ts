import { awsCommand, type CliOption } from '@/lib/download/aws-cli';
import type { AwsPlace } from '@/lib/download/aws-place';

/** The CLI puts a prefix before the host, which the names of other endpoints lack. */
const NO_HOST_PREFIX = 'AWS_DISABLE_HOST_PREFIX_INJECTION=true';

/** A command of the AWS CLI for Deadline Cloud, in the notation of POSIX shells. */
export const deadlineCommand = (operation: string, options: readonly CliOption[], place: AwsPlace): string =>
  awsCommand(`deadline ${operation}`, options, place, place.endpoint ? [NO_HOST_PREFIX] : []);
