import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { type Context } from 'oidc-provider';

/** Who can sign in, by the name that is typed. */
export const ACCOUNTS: Record<string, { name: string; groups: string[] }> = {
  olga: { name: 'Olga Operator', groups: ['admins', 'staff'] },
  victor: { name: 'Victor Viewer', groups: ['staff'] },
  stranger: { name: 'Sam Stranger', groups: ['others'] },
};

export const CLIENT = { id: 'triptych', secret: randomBytes(24).toString('hex') };

/** A real OpenID Connect provider on loopback, whose page to sign in has one field and no password. */
export async function startTestProvider(dashboard: string, port = 0) {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${dashboard}/sign-in/callback`],
        post_logout_redirect_uris: [`${dashboard}/signed-out`],
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' }] },
    cookies: { keys: [randomBytes(24).toString('hex')] },
    claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email'] },
    features: { devInteractions: { enabled: false } },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    pkce: { required: () => true },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, ...ACCOUNTS[id] }),
    }),
    // Nobody is asked whether the dashboard may know their names.
    loadExistingGrant: async ({ oidc }: Context) => {
      const of = { accountId: oidc.account?.accountId, clientId: oidc.client.clientId };
      const grant = new oidc.provider.Grant(of);
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const isInteraction = request.url?.startsWith('/interaction/');
    void (isInteraction ? interact(provider, request, response) : answer(request, response));
  });
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { issuer, close };
}

async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  if (request.method === 'GET') {
    response.setHeader('content-type', 'text/html').end(FORM);
    return;
  }
  let body = '';
  for await (const part of request) body += part;
  const accountId = new URLSearchParams(body).get('account') ?? '';
  await provider.interactionFinished(request, response, { login: { accountId } });
}

const FORM = `<!doctype html><html lang="en"><title>Provider</title>
<form method="post"><label>Account <input name="account"></label> <button>Continue</button></form></html>`;
