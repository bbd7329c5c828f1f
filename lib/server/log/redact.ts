/** Values of these environment variables are secrets. */
const SECRET_NAME = /SECRET|TOKEN|PASSWORD|PASSWD|CREDENTIAL|COOKIE|ACCESS_KEY|PRIVATE_KEY/i;
/** Shorter values are also ordinary words, as in tests. */
const MIN_SECRET_LENGTH = 8;

/** Forms of secrets, and what stands in their place. The value of a secret follows `=`, or a colon after a quoted name. */
const REPLACED: readonly [RegExp, string][] = [
  [/\barn:aws[\w-]*:[^\s"'`<>,;)\]}|\\]*/gi, '[arn]'],
  [/\beyJ[\w-]{1,2000}\.[\w-]{1,8000}\.[\w-]*/g, '[token]'],
  [/\b(?:AKIA|ASIA|AROA|AIDA|ABIA|ACCA)[A-Z0-9]{12,}/g, '[key]'],
  [/\b(bearer|basic)\s+[\w.~+/=-]{4,}/gi, '$1 [secret]'],
  [
    /\b((?:set-)?cookie|(?:proxy-)?authorization|x-amz-security-token|x-amzn-oidc-\w+)(["']?\s*[:=]\s*).*/gi,
    '$1$2[secret]',
  ],
  [
    /((?:secret|token|password|credential|signature|accesskey)[\w-]{0,40}(?:\s*=|["']\s*[:=])\s*["']?)[^\s"'&,;}]+/gi,
    '$1[secret]',
  ],
  // Twelve digits that stand alone are an account, except at the end of a UUID.
  [/(?<![0-9a-z])(?<!\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-)\d{12}(?![0-9a-z])/gi, '[account]'],
];

/** Secrets in an environment, also in lists with commas; the longest first, because one may begin with another. */
export const secretsIn = (environment: NodeJS.ProcessEnv): string[] =>
  Object.entries(environment)
    .flatMap(([name, value = '']) =>
      SECRET_NAME.test(name) ? [value, ...value.split(',')].map((secret) => secret.trim()) : [],
    )
    .filter((secret) => secret.length >= MIN_SECRET_LENGTH)
    .sort((a, b) => b.length - a.length);

/** A text without the given secrets and without credentials, account ids, ARNs, cookies and Authorization headers. */
export function redacted(text: string, secrets: readonly string[]): string {
  const known = secrets.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text);
  return REPLACED.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), known);
}
