import { fetchJson } from './fetch-json';

/** Ends the session, and returns where to go next. Rejects with a ProblemError. */
export const signOut = (): Promise<{ location: string }> => fetchJson('/api/sign-out', { method: 'POST' });
