import type { PushedFile } from '@/lib/profile/view/pushed-file';
import { apiPath, fetchJson } from './fetch-json';

/** Pushes a file to a profiling group of local-aws. Rejects with a ProblemError. */
export const pushFile = (file: File, group: string, signal: AbortSignal): Promise<PushedFile> =>
  fetchJson(apiPath('/api/pushed-files', { group, file: file.name }), {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'application/octet-stream' },
    signal,
  });
