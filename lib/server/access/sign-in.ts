import { AuthorizationResponseError } from 'openid-client';
import { SIGNED_OUT, signInPath } from '@/lib/answer/access';
import { type Problem, ProblemError } from '@/lib/answer/problem';
import { auditSender } from '../log/audit';
import { noAccess } from './access-problems';
import { authorize } from './authorize';
import { noticePage } from './notice-page';
import { providerSignOut, removedIdToken } from './oidc/id-token';
import { beginSignIn, finishSignIn } from './oidc/sign-in-flow';
import { returnPath } from './return-path';
import { roleOf } from './roles';
import { endedSession, readSession, type Session } from './session';
import { type OidcSettings, signInSettings } from './sign-in-settings';

const SIGNED_OUT_PATH = '/signed-out';

/** Leads to the provider, or to the page asked for when somebody is signed in already. What goes wrong is a page with a way to try again. */
export async function signIn({ url, headers }: Request): Promise<Response> {
  const { searchParams } = new URL(url);
  const to = returnPath(searchParams.get('to'));
  const settings = signInSettings();
  const asSomebodyElse = searchParams.has('again');
  const problem = await problemOf(headers);
  if (problem?.status === 429) return waitPage(problem.message, to);
  if (!problem && !asSomebodyElse) return redirection(to);
  if (settings.mode !== 'oidc') return problem ? refusedByFront(problem, to) : redirection(to);
  if (problem?.status === 403 && !asSomebodyElse) return noAccessPage(problem.message);
  // The answer of the provider comes to the public address, where alone its cookies count.
  const { host, origin } = new URL(settings.origin);
  if (headers.get('host') !== host) return redirection(origin + signInPath(to));
  try {
    const request = { to, cookies: headers.get('cookie'), asSomebodyElse };
    const { location, setCookies } = await beginSignIn(request, settings, Date.now());
    return redirection(location, setCookies);
  } catch (error) {
    console.error('sign-in: the provider can’t be reached:', (error as Error).message);
    return noticePage({
      status: 503,
      title: 'Sign-in can’t be reached',
      text: 'The dashboard got no answer from the service that signs people in. People who are already signed in can continue.',
      action: { label: 'Try again', href: signInPath(to) },
    });
  }
}

/** Takes the answer of the provider, and leads to the page asked for. */
export async function finishedSignIn({ url, headers }: Request): Promise<Response> {
  const settings = signInSettings();
  if (settings.mode !== 'oidc') return redirection('/');
  const query = new URL(url).searchParams;
  try {
    const finished = await finishSignIn({ query, cookies: headers.get('cookie') }, settings, Date.now());
    switch (finished.type) {
      case 'session':
        return redirection(finished.location, finished.setCookies);
      case 'no-access':
        return noAccessPage(noAccess(finished.name).message, finished.setCookies);
      case 'unknown':
        return noticePage({
          status: 400,
          title: 'This sign-in can’t be finished',
          text: 'It took longer than ten minutes, was finished already, or began in another browser.',
          action: { label: 'Sign in again', href: signInPath('/') },
        });
    }
  } catch (error) {
    return failedSignIn(error);
  }
}

function failedSignIn(error: unknown): Response {
  const action = { label: 'Try again', href: signInPath('/') };
  if (error instanceof AuthorizationResponseError) {
    const code = /^[a-z_]{1,40}$/.test(error.error) ? error.error : 'with an unknown code';
    console.error('sign-in: the provider refused it:', code);
    const text = 'The service that signs people in did not let you in.';
    return noticePage({ status: 403, title: 'You are not signed in', text, action });
  }
  console.error('sign-in: it failed:', (error as Error).message);
  const text =
    'The answer of the service that signs people in could not be checked. The server’s log has the reason.';
  return noticePage({ status: 502, title: 'You are not signed in', text, action });
}

/** Ends a session, and returns where to go next: to the provider, which ends its own, or to the page that says so. */
export async function signOut({ headers }: Request): Promise<Response> {
  const settings = signInSettings();
  if (settings.mode !== 'oidc') return Response.json({ location: '/' }, { headers: NO_STORE });
  const now = Date.now();
  const cookies = headers.get('cookie');
  const found = await readSession(cookies, settings, now);
  if (found) auditSession(found.session, settings);
  const location = await providerSignOut(cookies, settings, {
    returnTo: settings.origin + SIGNED_OUT_PATH,
    now,
  });
  const answer = Response.json({ location: location ?? SIGNED_OUT_PATH }, { headers: NO_STORE });
  for (const cookie of [endedSession(found?.session, settings, now), removedIdToken(settings)])
    answer.headers.append('set-cookie', cookie);
  return answer;
}

function auditSession({ userId: id, name, groups }: Session, { roles }: OidcSettings): void {
  auditSender({ id, name, role: roleOf(groups, roles) ?? 'none' });
}

/** The page after signing out. */
export const signedOutPage = (): Response =>
  noticePage({
    status: 200,
    title: 'You are signed out',
    text: 'Links to the dashboard ask you to sign in again.',
    action: { label: 'Sign in', href: signInPath('/') },
  });

const noAccessPage = (text: string, setCookies: readonly string[] = []): Response =>
  noticePage({
    ...{ status: 403, title: 'No access', text, setCookies },
    action: { label: 'Sign in as somebody else', href: `${signInPath('/')}&again` },
  });

const waitPage = (text: string, to: string): Response =>
  noticePage({
    ...{ status: 429, title: 'Too many requests', text },
    action: { label: 'Try again', href: to },
  });

function refusedByFront({ code, status, message }: Problem, to: string): Response {
  const text =
    code === SIGNED_OUT
      ? 'The dashboard got no valid token from the sign-in in front of it. Open the dashboard at its usual address.'
      : message;
  return noticePage({
    ...{ status, title: 'You can’t see this dashboard', text },
    action: { label: 'Try again', href: to },
  });
}

/** Why a request may not see the dashboard; undefined if it may. */
async function problemOf(headers: Headers): Promise<Problem | undefined> {
  try {
    await authorize(headers, 'view');
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}

const NO_STORE = { 'cache-control': 'private, no-store' };

function redirection(location: string, setCookies: readonly string[] = []): Response {
  const headers = new Headers({ ...NO_STORE, location, 'referrer-policy': 'no-referrer' });
  for (const cookie of setCookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}
