import { mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';

const BUCKET = 'local-aws-canary-artifacts';
const MAX_NAME_LENGTH = 200;
const MAX_RUNS_PER_MILLISECOND = 100;

/** Bucket and prefix of a canary's artifacts, as in S3: `bucket/canary/region/name-suffix`. */
export function artifactLocation({ name, id }: { name: string; id: string }): string {
  return `${BUCKET}/canary/us-east-1/${name.slice(0, MAX_NAME_LENGTH)}-${id.slice(0, 3)}-${id.slice(-12)}`;
}

/** A run's start in UTC as yyyy/mm/dd/hh/mm-ss-ms. */
export function artifactFolder(started: number): string {
  const [date = '', time = ''] = new Date(started).toISOString().split('T');
  const [hour, minute, second] = time.split(':');
  return `${date.replaceAll('-', '/')}/${hour}/${minute}-${second?.replace('.', '-').replace('Z', '')}`;
}

/** The runs' artifacts: one folder for each run, below a folder that takes the place of S3. Locations are relative to it. */
export class Artifacts {
  constructor(private readonly folder: string) {}

  /** Creates the folder of a run that started at `started`, and returns its location, which is unique. */
  async reserve(canaryLocation: string, started: number): Promise<string> {
    const location = `${canaryLocation}/${artifactFolder(started)}`;
    await mkdir(dirname(this.#path(location)), { recursive: true });
    for (let i = 1; i <= MAX_RUNS_PER_MILLISECOND; i++) {
      const candidate = i === 1 ? location : `${location}-${i}`;
      if (await this.#create(candidate)) return candidate;
    }
    throw new Error(`${MAX_RUNS_PER_MILLISECOND} runs started in one millisecond`);
  }

  /** Writes files into a reserved folder. Throws when one can't be written. */
  async save(location: string, files: ReadonlyMap<string, string>): Promise<void> {
    for (const [name, text] of files) await writeFile(join(this.#path(location), name), text);
  }

  /** Removes a run's folder, and the folders of its hour, day, month and year when they become empty. */
  async remove(location: string): Promise<void> {
    const path = this.#path(location);
    await rm(path, { recursive: true, force: true });
    let parent = dirname(path);
    for (let level = 0; level < 4; level++, parent = dirname(parent)) {
      const wasEmpty = await rmdir(parent).then(
        () => true,
        () => false,
      );
      if (!wasEmpty) return;
    }
  }

  async #create(location: string): Promise<boolean> {
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
    if (!path.startsWith(this.folder + sep))
      throw new Error('the location of an artifact is outside the artifacts folder');
    return path;
  }
}
