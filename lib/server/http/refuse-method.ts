import { methodsAt } from './methods';
import { problemResponse } from './respond';

/** Answers a method that a path does not support: with a problem under /api/, elsewhere with a sentence. */
export function refuseMethod({ url }: Pick<Request, 'url'>): Response {
  const path = new URL(url).pathname;
  const allow = methodsAt(path).join(', ');
  const message = `This path supports only ${allow}.`;
  const isApi = path.startsWith('/api/');
  const refusal = isApi
    ? problemResponse({ code: 'MethodNotAllowed', message, status: 405, retryable: false })
    : new Response(`${message}\n`, { status: 405 });
  refusal.headers.set('allow', allow);
  return refusal;
}
