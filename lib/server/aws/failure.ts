import { ProblemError } from '@/lib/answer/problem';
import type { ClientError } from './read-error';

const SSO = /sso/i;
const NO_CREDENTIALS = /^(CredentialsProviderError|TokenProviderError|ProviderError)$/;
const NO_CREDENTIALS_MESSAGE = /^Credential is missing|could not load credentials/i;
const NO_SSO_SESSION = /^(SSOTokenProviderFailure|InvalidGrantException)$/;
const EXPIRED = /^(ExpiredToken|ExpiredTokenException|TokenRefreshRequired)$/;
const NOT_ACCEPTED =
  /^(UnrecognizedClientException|InvalidClientTokenId|InvalidAccessKeyId|InvalidSignatureException|SignatureDoesNotMatch|IncompleteSignature(Exception)?|MissingAuthenticationToken(Exception)?|InvalidToken|OptInRequired)$/;
const WRONG_CLOCK = /^(RequestExpired|RequestTimeTooSkewed|RequestInTheFuture)$/;
const DENIED =
  /^(AccessDenied(Exception)?|UnauthorizedException|NotAuthorized(Exception)?|ForbiddenException)$/;
const THROTTLED =
  /^(Throttling(Exception)?|ThrottledException|TooManyRequestsException|RequestLimitExceeded|RequestThrottled(Exception)?|SlowDown)$/;
const NOT_FOUND = /^(ResourceNotFound(Exception)?|NoSuchKey)$/;
const NO_BUCKET = 'NoSuchBucket';
const INVALID =
  /^(Validation(Exception|Error)?|SerializationException|BadRequestException|InvalidParameter\w*)$/;
/** S3's name for an object that was moved to an archive such as Glacier: the status is 403, but no permission is missing. */
const ARCHIVED_OBJECT = 'InvalidObjectState';
const UNREACHABLE_CODES =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|EPIPE|EHOSTUNREACH|ENETUNREACH|ECONNABORTED|EPROTO|CERT_\w+|ERR_TLS\w*|\w*SELF_SIGNED\w*|UNABLE_TO_\w+)$/;
const TIMED_OUT = /^(TimeoutError|RequestTimeout(Exception)?)$/;
const TIMED_OUT_CODES = /^(ETIMEDOUT|ESOCKETTIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/;
const BAD_ANSWER = /^(SyntaxError|TypeError|RangeError)$/;

/** Why a call of AWS failed, as far as the viewer would act differently. */
export type Failure =
  | 'noCredentials'
  | 'noSsoSession'
  | 'expiredCredentials'
  | 'refusedCredentials'
  | 'wrongClock'
  | 'denied'
  | 'throttled'
  | 'unknownOperation'
  | 'notFound'
  | 'noBucket'
  | 'invalid'
  | 'unreachable'
  | 'timedOut'
  | 'badAnswer'
  | 'serviceFailed'
  | 'refused';

/** Classifies by name and status, never by class; undefined for errors that no call of AWS should throw. */
export function failureOf({ name, message, systemCode = '', status }: ClientError): Failure | undefined {
  if (NO_CREDENTIALS.test(name) || NO_CREDENTIALS_MESSAGE.test(message)) {
    return SSO.test(name) || SSO.test(message) ? 'noSsoSession' : 'noCredentials';
  }
  if (NO_SSO_SESSION.test(name) || (name === 'UnauthorizedException' && SSO.test(message))) {
    return 'noSsoSession';
  }
  if (EXPIRED.test(name)) return 'expiredCredentials';
  if (NOT_ACCEPTED.test(name)) return 'refusedCredentials';
  if (WRONG_CLOCK.test(name)) return 'wrongClock';
  // JavaScript's own SyntaxError means an answer that is not JSON, so its status may be a proxy's.
  const isParsed = name !== 'SyntaxError';
  if (name === ARCHIVED_OBJECT) return 'refused';
  if (DENIED.test(name) || (status === 403 && isParsed)) return 'denied';
  if (THROTTLED.test(name) || (status === 429 && isParsed)) return 'throttled';
  // Every 404 of a service has a name; another server's, as that of local-aws to a request for S3, has none.
  if (name === 'UnknownOperationException' || (name === 'Error' && status === 404)) return 'unknownOperation';
  if (NOT_FOUND.test(name)) return 'notFound';
  if (name === NO_BUCKET) return 'noBucket';
  if (INVALID.test(name)) return 'invalid';
  // Before the names, because the clients call a reset connection a TimeoutError.
  if (UNREACHABLE_CODES.test(systemCode)) return 'unreachable';
  if (TIMED_OUT.test(name) || TIMED_OUT_CODES.test(systemCode)) return 'timedOut';
  if (BAD_ANSWER.test(name)) return 'badAnswer';
  if (status !== undefined && status >= 500) return 'serviceFailed';
  // A redirection to a region that S3 doesn't name can't be followed.
  if (status !== undefined && status >= 300) return 'refused';
  return undefined;
}

/** Whether a call failed because the object must be restored from its archive first. */
export const isArchivedObject = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === ARCHIVED_OBJECT;
