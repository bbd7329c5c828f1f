import { queryOptions } from '@tanstack/react-query';
import type { Answer } from '@/lib/answer/answer';
import type { CreatedToken, TokenSummary } from '@/lib/answer/api-token';
import { fetchJson } from './fetch-json';

/** The tokens of programs, the newest first. */
export const tokensOptions = () =>
  queryOptions({
    queryKey: ['tokens'],
    queryFn: ({ signal }) => fetchJson<Answer<TokenSummary[]>>('/api/tokens', { signal }),
  });

/** Creates a token. Rejects with a ProblemError. */
export const createToken = (of: { name: string; days: number }): Promise<Answer<CreatedToken>> =>
  fetchJson('/api/tokens', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(of),
  });

/** Refuses a token from now on. Rejects with a ProblemError. */
export const revokeToken = (id: string): Promise<object> =>
  fetchJson(`/api/tokens/${encodeURIComponent(id)}`, { method: 'DELETE' });
