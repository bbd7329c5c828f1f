import { readiness } from '@/lib/server/outside/ready';
import { statusAnswer } from '@/lib/server/outside/status-answer';

/** The server can answer: 503 while it can't, or stops. */
export async function GET(): Promise<Response> {
  const ready = await readiness();
  return statusAnswer(ready, ready.status === 'ready' ? 200 : 503);
}
