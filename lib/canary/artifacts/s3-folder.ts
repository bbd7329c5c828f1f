/** A folder of a bucket; `prefix` has no slash at its end, and is empty for the whole bucket. */
export type S3Folder = { bucket: string; prefix: string };

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const FOLDER = /^(?!\.{1,2}$)[^\p{Cc}\p{Cs}\\]+$/u;

/**
 * The folder at a location as AWS writes it, `bucket/prefix`, or as users do, `s3://bucket/prefix/`. Undefined for one with empty folders,
 * `.` or `..`, which a client may resolve to another folder.
 */
export function s3Folder(location: string): S3Folder | undefined {
  const [bucket = '', ...folders] = location
    .replace(/^s3:\/\//, '')
    .replace(/\/$/, '')
    .split('/');
  const isPlain = BUCKET.test(bucket) && folders.every((folder) => FOLDER.test(folder));
  return isPlain ? { bucket, prefix: folders.join('/') } : undefined;
}

/** Whether a folder is in another one, at any depth. */
export const isBelow = (folder: S3Folder, parent: S3Folder): boolean =>
  folder.bucket === parent.bucket &&
  folder.prefix !== '' &&
  (parent.prefix === '' || folder.prefix.startsWith(`${parent.prefix}/`));

/** The end of a run's prefix: `canary/region/name-suffix/yyyy/mm/dd/hh/mm-ss-ms`. */
const RUN =
  /(?:^|\/)canary\/[a-z0-9-]{1,30}\/([0-9a-z_-]{1,255})-[0-9a-f]{3}-[0-9a-f]{12}\/\d{4}\/\d{2}\/\d{2}\/\d{2}\/\d{2}-\d{2}-\d{3}(?:-\d{1,3})?$/;

/** AWS shortens names of canaries in locations. */
const MAX_NAME_LENGTH = 200;

/** Whether a folder is that of a run of a canary, by its name. */
export const isRunFolder = ({ prefix }: S3Folder, canary: string): boolean =>
  RUN.exec(prefix)?.[1] === canary.slice(0, MAX_NAME_LENGTH);
