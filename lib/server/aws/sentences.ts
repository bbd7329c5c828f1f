import { NOT_FOUND, type Problem } from '@/lib/answer/problem';
import type { FailureKind } from './failure';
import { type OperationName, wordingOf } from './operations';
import type { Thrown } from './read-error';

const AGAIN = 'It is asked again by itself.';
const USUAL_WAIT_SECONDS = 5;
/** AWS may name any; a panel that waits longer would seem dead. */
const LONGEST_WAIT_SECONDS = 3600;
const PERMISSION_WAIT_SECONDS = 60;

type Said = Pick<Problem, 'message' | 'status' | 'retryable' | 'retryAfterSeconds'> & { code?: string };

/** The problem of one kind of failure: AWS's name for it, our status, and what a viewer can do about it. */
export function sayProblem(kind: FailureKind, operation: OperationName, thrown: Thrown): Problem {
  return { code: thrown.name, ...said(kind, operation, thrown) };
}

function said(kind: FailureKind, operation: OperationName, thrown: Thrown): Said {
  const { action, service, brings, notFound, throttled } = wordingOf(operation);
  const { message, status, systemCode } = thrown;
  switch (kind) {
    case 'noCredentials':
      return unserved(
        'Set AWS credentials for the dashboard’s server: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile in AWS_PROFILE, or a role. No restart is needed for a profile or a role.',
        thrown.name === 'Error' ? 'CredentialsProviderError' : undefined,
      );
    case 'noSsoSession':
      return unserved(
        'The AWS SSO session of the dashboard’s server is missing or has expired. Run `aws sso login` for its profile; no restart is needed.',
        'SsoSessionExpired',
      );
    case 'expiredCredentials':
      return unserved(
        'The AWS credentials of the dashboard’s server have expired. Renew them; no restart is needed.',
      );
    case 'refusedCredentials':
      return unserved(
        'AWS does not accept the credentials of the dashboard’s server. Set valid ones; no restart is needed.',
      );
    case 'wrongClock':
      return unserved(
        'The clock of the dashboard’s server is wrong, so AWS refuses what it signs. Set the clock right.',
      );
    case 'denied':
      return {
        message: `The dashboard’s server may not read this: its AWS credentials lack the permission ${action}. Add it to their IAM policy.`,
        status: 403,
        retryable: true,
        retryAfterSeconds: PERMISSION_WAIT_SECONDS,
      };
    case 'throttled': {
      const seconds = Math.min(thrown.retryAfterSeconds ?? USUAL_WAIT_SECONDS, LONGEST_WAIT_SECONDS);
      const why = throttled ?? `${service} is asked too often at the moment.`;
      return {
        message: `${why} It is tried again in ${seconds} s.`,
        status: 429,
        retryable: true,
        retryAfterSeconds: seconds,
      };
    }
    case 'unknownOperation':
      return failed(
        `The service at the configured endpoint does not offer what the dashboard asks for (${action}).`,
      );
    case 'notFound':
      return { code: NOT_FOUND, message: notFound, status: 404, retryable: false };
    case 'invalid':
      return {
        message:
          `${service} refused the request as invalid, so it did not give ${brings}. ${hintOf(message)}`.trim(),
        status: 400,
        retryable: false,
      };
    case 'unreachable':
      return {
        ...passing(
          `The endpoint of ${service} does not answer (${systemCode}). Check the network and the endpoint of the dashboard’s server. ${AGAIN}`,
        ),
        code: systemCode ?? 'EndpointUnreachable',
      };
    case 'timedOut':
      return {
        ...passing(`${service} took too long to give ${brings}. ${AGAIN}`),
        status: 504,
        code: 'TimeoutError',
      };
    case 'badAnswer':
      return {
        ...passing(
          `${service} answered something that is not ${brings}. A proxy in between, or a wrong endpoint, can cause this. ${AGAIN}`,
        ),
        code: 'BadAnswer',
      };
    case 'serviceFailed':
      return passing(
        `${service} failed with an error of its own (status ${status}) and did not give ${brings}. ${AGAIN}`,
      );
    case 'refused':
      return failed(`${service} refused the request (status ${status}) and did not give ${brings}.`);
  }
}

const unserved = (message: string, code?: string): Said => ({
  message,
  status: 503,
  retryable: true,
  ...(code ? { code } : {}),
});

const passing = (message: string): Said => ({ message, status: 502, retryable: true });
const failed = (message: string): Said => ({ message, status: 502, retryable: false });

/** AWS's own words about an invalid request when they are short and hold no name of an account, path or resource. */
function hintOf(message: string): string {
  const plain = /^[\w\s.,:;()'"+\-–<>=[\]^$|*?]{1,200}$/.test(message);
  const secretive = /arn:|\d{12}|AKIA|ASIA|\bat \w+ \(|\n/.test(message);
  return plain && !secretive ? `It says: ${message}` : '';
}
