import { LAST_INSTANT, type Manifest } from './manifest';

/**
 * Names of links that sort the newest first, since S3 lists in ascending order, and tell the size, so that a list has the sum of all.
 * Those of an earlier release tell none.
 */
export const LISTED_NAME = /^\d{13}-[\w-]{22}(-\d{1,16})?$/;

export const listedName = ({ id, keptAt, bytes }: Pick<Manifest, 'id' | 'keptAt' | 'bytes'>) =>
  `${String(LAST_INSTANT - keptAt).padStart(13, '0')}-${id}-${bytes}`;

/** The id of a link in its name. */
export const listedId = (name: string) => name.slice(14, 36);

/** The size of a link in its name; 0 if it tells none. */
export const listedBytes = (name: string) => Number(name.slice(37));
