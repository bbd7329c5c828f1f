import type { CanaryRun } from '@/lib/canary/run';
import { toHar } from '../../synthetics/runner/har';
import { toReport } from '../../synthetics/runner/report';
import type { Exchange, Visit } from '../../synthetics/runner/visit';
import { Random } from '../random';
import type { SampleCanary } from './sample-canary';
import { samplePicture } from './sample-picture';

const REQUESTS_PER_STEP = 6;
const PATHS = ['/', '/app.css', '/app.js', '/logo.svg', '/api/session', '/api/items'];

/** The files of a sample run by their names: report, requests, a screenshot of each step, and a log. */
export function runFiles(run: CanaryRun, { reasons }: SampleCanary): Map<string, string | Uint8Array> {
  const visits = visitsOf(run, reasons);
  const { started, completed = started } = run;
  const report = toReport({ ...run, completed }, visits) as { steps: object[] };
  const shots = visits.map((_, at) => `${String(at + 1).padStart(2, '0')}-step.png`);
  const steps = report.steps.map((step, at) => ({ ...step, screenshots: [{ fileName: shots[at] }] }));
  return new Map<string, string | Uint8Array>([
    [`SyntheticsReport-${run.state}.json`, JSON.stringify({ ...report, steps }, undefined, 2)],
    ['results.har', JSON.stringify(toHar(visits))],
    ...visits.map(({ failure }, at) => [shots[at] ?? '', samplePicture(failure === undefined)] as const),
    ['run.log', logOf(visits, run)],
  ]);
}

/** Every reason is that of a step; the last step of a failed run has the run's reason. */
function visitsOf(run: CanaryRun, reasons: readonly string[]): Visit[] {
  const random = new Random('canary-artifacts', run.id);
  const { started, completed = started, state, stateReason = '' } = run;
  const failedAt = Math.max(0, reasons.indexOf(stateReason));
  const names = state === 'PASSED' ? reasons : reasons.slice(0, failedAt + 1);
  const length = (completed - started) / names.length;
  return names.map((name, at) => {
    const from = Math.round(started + at * length);
    const to = Math.round(from + length);
    const isFailed = state === 'FAILED' && at === names.length - 1;
    return {
      step: { name: stepName(name, at), url: 'https://shop.example/', method: 'GET' },
      started: from,
      ended: to,
      exchanges: exchanges(from, to, namedRequest(isFailed ? stateReason : name, isFailed), random),
      ...(isFailed && { failure: stateReason }),
    };
  });
}

const stepName = (reason: string, at: number) => /^Step "([^"]+)"/.exec(reason)?.[1] ?? `request ${at + 1}`;

type Answered = { method: string; path: string; status?: number; statusText?: string };

const OK = { status: 200, statusText: 'OK' };

/**
 * The request that a reason names, such as `GET /stores answered 504 Gateway Timeout`, with that answer if it failed the step; one without
 * an answer has no status. Undefined if the reason names none.
 */
function namedRequest(reason: string, isFailed: boolean): Answered | undefined {
  const named = /\b(GET|POST|PUT) (\/[^\s:]*)/.exec(reason);
  const [, method = 'GET', path = '/'] = named ?? [];
  const [, status, statusText = ''] = /answered (\d{3}) (.+)$/.exec(reason) ?? [];
  if (isFailed && status) return { method, path, status: Number(status), statusText };
  if (isFailed && /connection was refused|no answer within/.test(reason)) return { method, path };
  return named ? { method, path, ...OK } : undefined;
}

/** The requests of a step; the last one is that which its reason names, if it names one. */
function exchanges(from: number, to: number, named: Answered | undefined, random: Random): Exchange[] {
  let at = from;
  return Array.from({ length: REQUESTS_PER_STEP }, (_, i): Exchange => {
    const started = Math.round(at);
    const answered = Math.round(started + random.next() * (to - started) * 0.4);
    const ended = Math.round(answered + random.next() * (to - answered) * 0.4);
    at = i === 0 ? ended : started + random.next() * 20;
    const usual: Answered = { method: 'GET', path: PATHS[i] ?? '/', ...OK };
    const { path, ...answer } = (i === REQUESTS_PER_STEP - 1 && named) || usual;
    return {
      ...answer,
      url: `https://shop.example${path}`,
      requestHeaders: [],
      ...{ started, ended },
      responseHeaders: [],
      bodyBytes: 0,
      ...(answer.status !== undefined && { answered, bodyBytes: 400 + random.below(60_000) }),
    };
  });
}

function logOf(visits: readonly Visit[], { state }: CanaryRun): string {
  const at = (instant: number) => new Date(instant).toISOString();
  return [
    ...visits.flatMap(({ step, started, ended, failure }) => [
      `${at(started)} INFO: Step ${step.name} starts`,
      `${at(ended)} ${failure ? `\u001b[31mERROR\u001b[39m: ${failure}` : `INFO: Step ${step.name} passed`}`,
    ]),
    `${at(visits.at(-1)?.ended ?? 0)} INFO: The canary ${state.toLowerCase()}`,
    '',
  ].join('\n');
}
