import { randomUUID } from 'node:crypto';
import { type Problem, ProblemError } from '@/lib/answer/problem';
import { type OperationName, wordingOf } from './operations';
import { readThrown, type Thrown } from './thrown';

const SSO = /sso/i;
const CREDENTIAL_SOURCES = /^(CredentialsProviderError|TokenProviderError|ProviderError)$/;
const EXPIRED = /^(ExpiredToken|ExpiredTokenException|TokenRefreshRequired)$/;
const NOT_ACCEPTED =
  /^(UnrecognizedClientException|InvalidClientTokenId|InvalidAccessKeyId|InvalidSignatureException|SignatureDoesNotMatch|IncompleteSignature(Exception)?|MissingAuthenticationToken(Exception)?|OptInRequired)$/;
const CLOCK = /^(RequestExpired|RequestTimeTooSkewed|RequestInTheFuture)$/;
const DENIED =
  /^(AccessDenied(Exception)?|UnauthorizedException|NotAuthorized(Exception)?|ForbiddenException)$/;
const THROTTLED =
  /^(Throttling(Exception)?|ThrottledException|TooManyRequestsException|RequestLimitExceeded|RequestThrottled(Exception)?|SlowDown)$/;
const TIMED_OUT = /^(TimeoutError|RequestTimeout(Exception)?)$/;
const TIMED_OUT_CODES = /^(ETIMEDOUT|ESOCKETTIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/;
const UNREACHABLE_CODES =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|EPIPE|EHOSTUNREACH|ENETUNREACH|ECONNABORTED|EPROTO|CERT_\w+|ERR_TLS\w*|\w*SELF_SIGNED\w*|UNABLE_TO_\w+)$/;

const AGAIN = 'It is asked again by itself.';

/** Codes after which the client's credentials must be read anew. */
export const concernsCredentials = ({ code }: Problem): boolean =>
  [CREDENTIAL_SOURCES, EXPIRED, NOT_ACCEPTED, /^SsoSessionExpired$/].some((names) => names.test(code));

/** The typed error for anything that a call of AWS threw. Judged by name and status; what AWS wrote is left out. */
export function toProblemError(operation: OperationName, error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const thrown = readThrown(error);
  const said = judge(operation, thrown);
  if (!said) return unknownProblem(error);
  return new ProblemError({
    ...said,
    ...(thrown.requestId ? { requestId: thrown.requestId } : {}),
  });
}

/** AWS answered, but not what its API promises. `detail` goes to the log only. */
export function badAnswer(operation: OperationName, detail: string): ProblemError {
  console.error(`${operation}: bad answer: ${oneLine(detail)}`);
  return new ProblemError(badAnswerOf(operation));
}

export const timedOut = (operation: OperationName): ProblemError => new ProblemError(timeOutOf(operation));

/** An error that nobody foresaw: an id for the viewer, the details in the server's log. */
export function unknownProblem(error: unknown): ProblemError {
  const id = randomUUID();
  const detail = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
  console.error(`unexpected error ${id}: ${oneLine(detail)}`);
  return new ProblemError({
    code: 'Unexpected',
    message: `Something went wrong in the dashboard’s server. Its log has the details under ${id}.`,
    status: 500,
    requestId: id,
    retryable: true,
  });
}

function judge(operation: OperationName, thrown: Thrown): Problem | undefined {
  const { name, message, systemCode = '', status } = thrown;
  const { action, service, brings, notFound } = wordingOf(operation);

  if (CREDENTIAL_SOURCES.test(name) || /^Credential is missing|could not load credentials/i.test(message)) {
    if (SSO.test(name) || SSO.test(message)) return ssoExpired;
    return noCredentials(name === 'Error' ? 'CredentialsProviderError' : name);
  }
  if (/^(SSOTokenProviderFailure|InvalidGrantException)$/.test(name)) return ssoExpired;
  if (name === 'UnauthorizedException' && SSO.test(message)) return ssoExpired;
  if (EXPIRED.test(name)) {
    return unserved(
      name,
      'The AWS credentials of the dashboard’s server have expired. Renew them; no restart is needed.',
    );
  }
  if (NOT_ACCEPTED.test(name)) {
    return unserved(
      name,
      'AWS does not accept the credentials of the dashboard’s server. Set valid ones; no restart is needed.',
    );
  }
  if (CLOCK.test(name)) {
    return unserved(
      name,
      'The clock of the dashboard’s server is wrong, so AWS refuses what it signs. Set the clock right.',
    );
  }
  if (DENIED.test(name) || (status === 403 && name !== 'SyntaxError')) {
    return {
      code: name,
      message: `The dashboard’s server may not read this: its AWS credentials lack the permission ${action}. Add it to their IAM policy.`,
      status: 403,
      retryable: true,
      retryAfterSeconds: 60,
    };
  }
  if (THROTTLED.test(name) || (status === 429 && name !== 'SyntaxError'))
    return throttlingOf(operation, thrown);
  if (name === 'UnknownOperationException') {
    return {
      code: name,
      message: `The service at the configured endpoint does not offer what the dashboard asks for (${action}).`,
      status: 502,
      retryable: false,
    };
  }
  if (/^ResourceNotFound(Exception)?$/.test(name)) {
    return { code: name, message: notFound, status: 404, retryable: false };
  }
  if (
    /^(Validation(Exception|Error)?|SerializationException|BadRequestException|InvalidParameter\w*)$/.test(
      name,
    )
  ) {
    return {
      code: name,
      message:
        `${service} refused the request as invalid, so it did not give ${brings}. ${hintOf(message)}`.trim(),
      status: 400,
      retryable: false,
    };
  }
  // The clients call a reset connection a TimeoutError: its code goes first.
  if (UNREACHABLE_CODES.test(systemCode)) return unreachableOf(operation, systemCode);
  if (TIMED_OUT.test(name) || TIMED_OUT_CODES.test(systemCode)) return timeOutOf(operation);
  if (/^(SyntaxError|TypeError|RangeError)$/.test(name)) {
    console.error(`${operation}: bad answer, status ${status ?? 'none'}: ${oneLine(message)}`);
    return badAnswerOf(operation);
  }
  if (status !== undefined && status >= 500) {
    return {
      code: name,
      message: `${service} failed with an error of its own (status ${status}) and did not give ${brings}. ${AGAIN}`,
      status: 502,
      retryable: true,
    };
  }
  if (status !== undefined && status >= 400) {
    return {
      code: name,
      message: `${service} refused the request (status ${status}) and did not give ${brings}.`,
      status: 502,
      retryable: false,
    };
  }
  return undefined;
}

const unserved = (code: string, message: string): Problem => ({
  code,
  message,
  status: 503,
  retryable: true,
});

const noCredentials = (code: string) =>
  unserved(
    code,
    'Set AWS credentials for the dashboard’s server: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile in AWS_PROFILE, or a role. No restart is needed for a profile or a role.',
  );

const ssoExpired = unserved(
  'SsoSessionExpired',
  'The AWS SSO session of the dashboard’s server is missing or has expired. Run `aws sso login` for its profile; no restart is needed.',
);

function throttlingOf(operation: OperationName, { name, retryAfterSeconds }: Thrown): Problem {
  const { service, throttled } = wordingOf(operation);
  const seconds = retryAfterSeconds ?? 5;
  return {
    code: name,
    message: `${throttled ?? `${service} is asked too often at the moment.`} It is tried again in ${seconds} s.`,
    status: 429,
    retryAfterSeconds: seconds,
    retryable: true,
  };
}

const timeOutOf = (operation: OperationName): Problem => ({
  code: 'TimeoutError',
  message: `${wordingOf(operation).service} took too long to give ${wordingOf(operation).brings}. ${AGAIN}`,
  status: 504,
  retryable: true,
});

const unreachableOf = (operation: OperationName, code: string): Problem => ({
  code,
  message: `The endpoint of ${wordingOf(operation).service} does not answer (${code}). Check the network and the endpoint of the dashboard’s server. ${AGAIN}`,
  status: 502,
  retryable: true,
});

const badAnswerOf = (operation: OperationName): Problem => ({
  code: 'BadAnswer',
  message: `${wordingOf(operation).service} answered something that is not ${wordingOf(operation).brings}. A proxy in between, or a wrong endpoint, can cause this. ${AGAIN}`,
  status: 502,
  retryable: true,
});

/** AWS's own words about an invalid request when they are short and hold no name of an account, path or resource. */
function hintOf(message: string): string {
  const plain = /^[\w\s.,:;()'"+\-–<>=[\]^$|*?]{1,200}$/.test(message);
  const secretive = /arn:|\d{12}|AKIA|ASIA|\bat \w+ \(|\n/.test(message);
  return plain && !secretive ? `It says: ${message}` : '';
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' | ');
