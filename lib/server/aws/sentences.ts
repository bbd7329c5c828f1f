import { NOT_FOUND, type Problem } from '@/lib/answer/problem';
import type { Failure } from './failure';
import { type OperationName, wordingOf } from './operations';
import type { ClientError } from './read-error';

/** The code of a problem with an answer that breaks the contract of AWS's API. */
export const BAD_ANSWER = 'BadAnswer';

const NO_RESTART = 'No restart is needed.';
const DEFAULT_WAIT_SECONDS = 5;
/** AWS may name any wait; a panel that waits longer would seem dead. */
const MAX_WAIT_SECONDS = 3600;
/** The status of a request that the state of a resource doesn't allow; only AWS knows why. */
const CONFLICT = 409;
const PERMISSION_WAIT_SECONDS = 60;

type Description = Pick<Problem, 'message' | 'status' | 'retryable' | 'retryAfterSeconds'> & {
  code?: string;
};

/** The problem for a failure: AWS's name for it, our status, what failed and what the viewer can do. */
export function describeFailure(failure: Failure, operation: OperationName, error: ClientError): Problem {
  return { code: error.name, ...describe(failure, operation, error) };
}

function describe(failure: Failure, operation: OperationName, error: ClientError): Description {
  const { action, service, subject, notFound, throttled, denied } = wordingOf(operation);
  const { message, status, systemCode } = error;
  switch (failure) {
    case 'noCredentials':
      return credentials(
        'The dashboard’s server has no AWS credentials. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile in AWS_PROFILE, or a role. A profile or a role needs no restart.',
        error.name === 'Error' ? 'CredentialsProviderError' : undefined,
      );
    case 'noSsoSession':
      return credentials(
        `The AWS SSO session of the dashboard’s server is missing or has expired. Run \`aws sso login\` for its profile. ${NO_RESTART}`,
        'SsoSessionExpired',
      );
    case 'expiredCredentials':
      return credentials(
        `The AWS credentials of the dashboard’s server have expired. Renew them. ${NO_RESTART}`,
      );
    case 'refusedCredentials':
      return credentials(
        `AWS does not accept the credentials of the dashboard’s server. Set valid ones. ${NO_RESTART}`,
      );
    case 'wrongClock':
      return credentials(
        'The clock of the dashboard’s server is wrong, so AWS rejects its requests. Correct the clock.',
      );
    case 'denied': {
      const missing = deniedAction(message) ?? action;
      const hint = denied && missing === action ? ` ${denied.hint}` : '';
      return {
        message: `AWS denied ${missing}. Add it to the IAM policy of the dashboard’s server${hint}.`,
        status: 403,
        // Where an optional permission is left out for good, each retry would be one more denial in the account's logs.
        ...(denied
          ? { code: denied.code, retryable: false }
          : { retryable: true, retryAfterSeconds: PERMISSION_WAIT_SECONDS }),
      };
    }
    case 'throttled': {
      const seconds = waitSeconds(error) ?? DEFAULT_WAIT_SECONDS;
      return {
        message: `${throttled ?? `${service} is throttling requests.`} Retrying in ${seconds} s.`,
        status: 429,
        retryable: true,
        retryAfterSeconds: seconds,
      };
    }
    case 'unknownOperation':
      return permanent(`The service at the configured endpoint does not support ${action}.`);
    case 'notFound':
      return { code: NOT_FOUND, message: notFound, status: 404, retryable: false };
    case 'noBucket':
      return {
        message: 'The bucket of these artifacts does not exist. It may have been deleted.',
        status: 404,
        retryable: false,
      };
    case 'invalid':
      return {
        message: `${service} rejected the request for ${subject} as invalid.${quoted(message)}`,
        status: 400,
        retryable: false,
      };
    case 'unreachable':
      return {
        ...temporary(
          `The endpoint of ${service} can’t be reached (${systemCode}). Check the network and the endpoint of the dashboard’s server.`,
        ),
        code: systemCode ?? 'EndpointUnreachable',
      };
    case 'timedOut':
      return {
        ...temporary(`${service} took too long to return ${subject}.`),
        status: 504,
        code: 'TimeoutError',
      };
    case 'badAnswer':
      return {
        ...temporary(
          `${service} returned something other than ${subject}. A proxy or a wrong endpoint can be the cause.`,
        ),
        code: BAD_ANSWER,
      };
    case 'serviceFailed': {
      const seconds = waitSeconds(error);
      return {
        ...temporary(
          `${service} failed (status ${status}) and did not return ${subject}.${seconds ? ` Retrying in ${seconds} s.` : ''}`,
        ),
        ...(seconds && { retryAfterSeconds: seconds }),
      };
    }
    case 'refused':
      return {
        ...permanent(
          `${service} rejected the request for ${subject} (status ${status}).${status === CONFLICT ? quoted(message) : ''}`,
        ),
        ...(status === CONFLICT && { status: CONFLICT }),
      };
  }
}

/** The action that AWS names as missing: an object that is encrypted with a key of KMS needs kms:Decrypt too. */
const deniedAction = (message: string): string | undefined =>
  /not authorized to perform: ([a-z0-9-]{1,40}:[A-Za-z]{1,60})\b/.exec(message)?.[1];

const waitSeconds = ({ retryAfterSeconds }: ClientError): number | undefined =>
  retryAfterSeconds && Math.min(retryAfterSeconds, MAX_WAIT_SECONDS);

const credentials = (message: string, code?: string): Description => ({
  message,
  status: 503,
  retryable: true,
  ...(code ? { code } : {}),
});

const temporary = (message: string): Description => ({ message, status: 502, retryable: true });
const permanent = (message: string): Description => ({ message, status: 502, retryable: false });

/** AWS's own message about an invalid request if it is short and names no account, path or resource. */
function quoted(message: string): string {
  const isPlain = /^[\w\s.,:;()'"+\-–<>=[\]^$|*?]{1,200}$/.test(message);
  const isSecret = /arn:|\d{12}|AKIA|ASIA|\bat \w+ \(|\n/.test(message);
  return isPlain && !isSecret ? ` AWS says: ${message}` : '';
}
