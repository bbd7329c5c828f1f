import { metricsAnswer } from '@/lib/server/outside/metrics-answer';

/** For Prometheus, with the token of TRIPTYCH_METRICS_TOKEN. */
export const GET = metricsAnswer;
