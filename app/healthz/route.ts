import { statusAnswer } from '@/lib/server/outside/status-answer';

/** The process answers. */
export const GET = async () => statusAnswer({ status: 'ok' });
