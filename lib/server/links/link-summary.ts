import type { LinkSummary } from '@/lib/answer/shared-link';
import type { User } from '../access/authorize';
import { mayChange } from './link-access';
import type { Manifest } from './manifest';

/** What somebody learns of a link besides its data. */
export const linkSummary = (manifest: Manifest, user: User): LinkSummary => {
  const { id, name, page, keptAt, bytes, missing } = manifest;
  return {
    ...{ id, name, page, keptAt, bytes },
    missing: missing.map(({ why }) => why),
    canChange: mayChange(manifest, user),
  };
};
