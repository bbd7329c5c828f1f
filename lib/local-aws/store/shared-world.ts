import type { Clock } from '../clock';
import type { PageTokens } from './page-tokens';

/** What the operations of all services share. */
export type SharedWorld = { clock: Clock; tokens: PageTokens };
