import { env } from '../env';
import { bearerOf, isSameToken } from '../http/bearer';
import { metricsText } from '../metrics/metrics';

const refusal = (status: number, sentence: string, headers: Record<string, string> = {}) =>
  new Response(`${sentence}\n`, { status, headers });

/** All metrics, for who has the token: they tell what is used, and when. Without a token in the environment there are none. */
export async function metricsAnswer(request: Request): Promise<Response> {
  const { TRIPTYCH_METRICS_TOKEN: token } = env();
  if (token === undefined) return refusal(404, 'Metrics are off. TRIPTYCH_METRICS_TOKEN turns them on.');
  const sent = bearerOf(request);
  if (sent === undefined || !isSameToken(sent, token)) {
    return refusal(401, 'Send the token of TRIPTYCH_METRICS_TOKEN as Authorization: Bearer.', {
      'www-authenticate': 'Bearer',
    });
  }
  const { text, contentType } = await metricsText();
  return new Response(text, {
    headers: { 'content-type': contentType, 'cache-control': 'private, no-store' },
  });
}
