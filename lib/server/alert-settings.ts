import { badConfig } from './config/parse-config';
import { env } from './env';

/** Where alerts are posted, what signs them, and the address of the dashboard in them; '' if it is unknown. */
export type AlertSettings = { url: string; secret: string; origin: string };

/** How alerts are sent; undefined without an address. Throws a ProblemError if the secret is missing. */
export function alertSettings(): AlertSettings | undefined {
  const { TRIPTYCH_ALERT_URL: url, TRIPTYCH_ALERT_SECRET: secret, TRIPTYCH_URL } = env();
  if (!url) return undefined;
  if (!secret)
    throw badConfig(
      'TRIPTYCH_ALERT_URL is set, so TRIPTYCH_ALERT_SECRET must be set too, with at least 16 characters.',
    );
  const { username, password } = new URL(url);
  if (username || password) throw badConfig('TRIPTYCH_ALERT_URL must have no user name and no password.');
  return { url, secret, origin: TRIPTYCH_URL ? new URL(TRIPTYCH_URL).origin : '' };
}
