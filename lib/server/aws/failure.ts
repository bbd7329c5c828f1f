import type { Thrown } from './read-error';

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

const BAD_ANSWER = /^(SyntaxError|TypeError|RangeError)$/;
const NO_SESSION = /^(SSOTokenProviderFailure|InvalidGrantException)$/;
const INVALID =
  /^(Validation(Exception|Error)?|SerializationException|BadRequestException|InvalidParameter\w*)$/;

/** What went wrong with a call of AWS, as far as a viewer would act on it differently. */
export type FailureKind =
  | 'noCredentials'
  | 'noSsoSession'
  | 'expiredCredentials'
  | 'refusedCredentials'
  | 'wrongClock'
  | 'denied'
  | 'throttled'
  | 'unknownOperation'
  | 'notFound'
  | 'invalid'
  | 'unreachable'
  | 'timedOut'
  | 'badAnswer'
  | 'serviceFailed'
  | 'refused';

/** Judges by name and status, never by class; undefined for what no call of AWS should throw. */
export function kindOf({ name, message, systemCode = '', status }: Thrown): FailureKind | undefined {
  if (CREDENTIAL_SOURCES.test(name) || /^Credential is missing|could not load credentials/i.test(message)) {
    return SSO.test(name) || SSO.test(message) ? 'noSsoSession' : 'noCredentials';
  }
  if (NO_SESSION.test(name) || (name === 'UnauthorizedException' && SSO.test(message))) return 'noSsoSession';
  if (EXPIRED.test(name)) return 'expiredCredentials';
  if (NOT_ACCEPTED.test(name)) return 'refusedCredentials';
  if (CLOCK.test(name)) return 'wrongClock';
  // An answer that could not be read has a name of JavaScript's own; its status alone says what it was.
  const unread = name === 'SyntaxError';
  if (DENIED.test(name) || (status === 403 && !unread)) return 'denied';
  if (THROTTLED.test(name) || (status === 429 && !unread)) return 'throttled';
  if (name === 'UnknownOperationException') return 'unknownOperation';
  if (/^ResourceNotFound(Exception)?$/.test(name)) return 'notFound';
  if (INVALID.test(name)) return 'invalid';
  // The clients call a reset connection a TimeoutError: its code goes first.
  if (UNREACHABLE_CODES.test(systemCode)) return 'unreachable';
  if (TIMED_OUT.test(name) || TIMED_OUT_CODES.test(systemCode)) return 'timedOut';
  if (BAD_ANSWER.test(name)) return 'badAnswer';
  if (status !== undefined && status >= 500) return 'serviceFailed';
  if (status !== undefined && status >= 400) return 'refused';
  return undefined;
}
