import type { Clock } from '../clock';
import type { PageTokens } from './page-tokens';

/** The part of the world that all services have. */
export type SharedWorld = { clock: Clock; tokens: PageTokens };
