import { AsyncLocalStorage } from 'node:async_hooks';
import { processWide } from '../process-wide';
import type { OpenLink } from './open-link';
import type { Recording } from './recording';

/** What a request is answered from: a shared link, or AWS while the answers are kept for a link that is being made. */
type Scope = { kept?: OpenLink; recording?: Recording; isNew?: boolean };

const scopes = () => processWide('link scope', () => new AsyncLocalStorage<Scope>());

/** The link whose kept answers the current request is answered from; undefined for live ones. */
export const keptLink = (): OpenLink | undefined => scopes().getStore()?.kept;

/** What keeps the answers of the current request for a link; undefined unless a link is being made. */
export const currentRecording = (): Recording | undefined => scopes().getStore()?.recording;

/** Answers everything in `work` from a link. Nothing in it calls AWS. */
export const answerFrom = <T>(kept: OpenLink, work: () => T): T => scopes().run({ kept }, work);

/** Keeps the answers that `work` gets: those that viewers have seen, or only ones that are not too old to be shared. */
export const record = <T>(recording: Recording, work: () => T, { isNew = false } = {}): T =>
  scopes().run({ recording, isNew }, work);

/** Whether an answer that viewers have seen is kept even if it is no longer shared. */
export const isOldKept = (): boolean => {
  const { recording, isNew } = scopes().getStore() ?? {};
  return recording !== undefined && !isNew;
};

/** Keeps nothing of what `work` gets, because its result is kept. */
export const recordNothing = <T>(work: () => T): T => scopes().run({}, work);
