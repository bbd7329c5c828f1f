import { SECOND } from '@/lib/time/duration';
import type { ObjectStore } from './object-store';

/** How long a list is used. What another server adds or removes meanwhile is unknown until then. */
const LIST_MS = 10 * SECOND;

type Options = {
  objects: ObjectStore;
  folder: string;
  /** Names of another form are left out. */
  form: RegExp;
  max: number;
  /** Epoch milliseconds. */
  now(): number;
};

/** The names of the files in a folder in ascending order, which are listed once in ten seconds. */
export class ListedNames {
  #listed: { at: number; names: Promise<string[]> } | undefined;

  constructor(private readonly options: Options) {}

  /** The names as of ten seconds ago at the earliest. */
  recent(): Promise<string[]> {
    const listed = this.#listed;
    return listed && this.options.now() - listed.at < LIST_MS ? listed.names : this.fresh();
  }

  /** The names as of now. A list that fails is not used again. */
  fresh(): Promise<string[]> {
    const { objects, folder, form, max, now } = this.options;
    const all = objects.list(folder, { max });
    const listed = { at: now(), names: all.then((names) => names.filter((name) => form.test(name))) };
    this.#listed = listed;
    listed.names.catch(() => {
      if (this.#listed === listed) this.forget();
    });
    return listed.names;
  }

  /** Must be called after a change. */
  forget(): void {
    this.#listed = undefined;
  }
}
