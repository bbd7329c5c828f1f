import type { LinkSummary } from '@/lib/answer/shared-link';
import type { Manifest } from './manifest';

/** What viewers learn of a link besides its data. */
export const linkSummary = ({ id, name, page, keptAt, bytes, missing }: Manifest): LinkSummary => ({
  ...{ id, name, page, keptAt, bytes },
  missing: missing.map(({ why }) => why),
});
