import { mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';

const BUCKET = 'local-aws-canary-artifacts';
const LONGEST_NAME = 200;
const MOST_AT_ONE_INSTANT = 100;

/** Bucket and prefix of a canary's artifacts: `bucket/canary/region/name-suffix`, as the service has them in S3. */
export function artifactLocation({ name, id }: { name: string; id: string }): string {
  return `${BUCKET}/canary/us-east-1/${name.slice(0, LONGEST_NAME)}-${id.slice(0, 3)}-${id.slice(-12)}`;
}

/** yyyy/mm/dd/hh/mm-ss-ms of a run's start in UTC. */
export function artifactFolder(started: number): string {
  const [date = '', time = ''] = new Date(started).toISOString().split('T');
  const [hour, minute, second] = time.split(':');
  return `${date.replaceAll('-', '/')}/${hour}/${minute}-${second?.replace('.', '-').replace('Z', '')}`;
}

/** What runs leave behind, one folder each, below one folder that stands for S3. Locations are relative to it. */
export class Artifacts {
  constructor(private readonly folder: string) {}

  /** Makes the folder of a run that began at `started`, and gives its location, which is no other run's. */
  async reserve(canaryLocation: string, started: number): Promise<string> {
    const location = `${canaryLocation}/${artifactFolder(started)}`;
    await mkdir(dirname(this.#path(location)), { recursive: true });
    for (let i = 1; i <= MOST_AT_ONE_INSTANT; i++) {
      const own = i === 1 ? location : `${location}-${i}`;
      if (await this.#make(own)) return own;
    }
    throw new Error(`${MOST_AT_ONE_INSTANT} runs began in one millisecond`);
  }

  /** Writes files into a reserved folder: all of them, or it throws. */
  async save(location: string, files: ReadonlyMap<string, string>): Promise<void> {
    for (const [name, text] of files) await writeFile(join(this.#path(location), name), text);
  }

  /** Removes a run's folder, and the folders of its hour, day, month and year that are empty then. */
  async remove(location: string): Promise<void> {
    const path = this.#path(location);
    await rm(path, { recursive: true, force: true });
    let parent = dirname(path);
    for (let level = 0; level < 4; level++, parent = dirname(parent)) {
      const isEmpty = await rmdir(parent).then(
        () => true,
        () => false,
      );
      if (!isEmpty) return;
    }
  }

  async #make(location: string): Promise<boolean> {
    try {
      await mkdir(this.#path(location));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  }

  #path(location: string): string {
    const path = resolve(this.folder, location);
    if (!path.startsWith(this.folder + sep)) throw new Error('an artifact lies beside its folder');
    return path;
  }
}
