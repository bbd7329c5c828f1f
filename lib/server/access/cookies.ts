/** A cookie to set; with a lifetime of 0 it is removed. */
type Cookie = {
  name: string;
  value: string;
  path?: string;
  maxAgeSeconds: number;
  isSecure: boolean;
};

/** The value of a cookie in a Cookie header; undefined if it isn’t there, or is there more than once. */
export function cookieIn(header: string | null, name: string): string | undefined {
  const values = pairsIn(header).filter(([key]) => key === name);
  return values.length === 1 ? values[0]?.[1] : undefined;
}

/** The names of the cookies that begin with a prefix. */
export const cookieNames = (header: string | null, prefix: string): string[] =>
  pairsIn(header).flatMap(([key]) => (key.startsWith(prefix) ? [key] : []));

const pairsIn = (header: string | null): [name: string, value: string][] =>
  (header ?? '').split(';').flatMap((part) => {
    const at = part.indexOf('=');
    return at < 0 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).trim()]];
  });

/** A Set-Cookie header for a cookie that no script can read and that other sites send only with links to the dashboard. */
export const setCookie = ({ name, value, path = '/', maxAgeSeconds, isSecure }: Cookie): string =>
  [
    `${name}=${value}`,
    `Path=${path}`,
    `Max-Age=${Math.max(0, Math.floor(maxAgeSeconds))}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure ? ['Secure'] : []),
  ].join('; ');
