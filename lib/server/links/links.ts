import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { LINK_ID } from '@/lib/answer/shared-link';
import { HOUR, SECOND } from '@/lib/time/duration';
import { DamagedBlob } from '../archive/blob';
import { ListedNames } from '../objects/listed-names';
import type { ObjectStore } from '../objects/object-store';
import { keptDataLost, linksAreFull, noSuchLink, otherLinkHasId } from './link-problems';
import { LISTED_NAME, listedBytes, listedId, listedName } from './listed-name';
import { type Manifest, readManifest, writeManifest } from './manifest';
import { OpenLink } from './open-link';
import { Recording } from './recording';

/** Links in memory with their small answers. */
const MAX_OPEN = 20;
/** How long another instance may still answer from a link that was revoked here. */
const CHECK_AFTER_MS = 10 * SECOND;
/** A link takes minutes at most to be made. What is left of older attempts was left by a crash. */
const ABANDONED_AFTER_MS = HOUR;
/** Maximum number of attempts that are cleaned up at a start. */
const MAX_CLEANED = 1000;
/** Maximum number of links. */
const MAX_LINKS = 100_000;

const MANIFEST = 'manifest';
const LISTED = 'listed';
const DRAFTS = 'drafts';

const draftName = (id: string, startedAt: number) => `${String(startedAt).padStart(13, '0')}-${id}`;
const draftId = (name: string) => name.slice(14);

/** A link while it is being made. */
export type Draft = {
  recording: Recording;
  finish(about: About): Promise<Manifest>;
  abandon(): Promise<void>;
};

type About = Pick<Manifest, 'name' | 'page' | 'missing' | 'by'>;

type Options = {
  objects: ObjectStore;
  /** Epoch milliseconds. */
  now(): number;
  /** Maximum sum of the sizes of all links; none by default. */
  maxBytes?: number;
};

/** How many links there are, and the sum of their sizes. */
type LinksTotal = { count: number; bytes: number };

/**
 * The shared links. Each has a folder with a manifest and its blobs. A link exists once its manifest does, which is written last and
 * removed first.
 */
export class Links {
  readonly #objects: ObjectStore;
  readonly #now: () => number;
  readonly #maxBytes: number;
  readonly #names: ListedNames;
  readonly #open = new LRUCache<string, OpenLink>({
    ...{ max: MAX_OPEN, ttl: CHECK_AFTER_MS },
    fetchMethod: async (id) =>
      new OpenLink(await this.#manifest(id), (hash) => this.#objects.read(`${id}/${hash}`)),
  });

  constructor({ objects, now, maxBytes = Number.POSITIVE_INFINITY }: Options) {
    this.#objects = objects;
    this.#now = now;
    this.#maxBytes = maxBytes;
    this.#names = new ListedNames({ objects, folder: LISTED, form: LISTED_NAME, max: MAX_LINKS, now });
  }

  /** How many links there are, and the sum of their sizes, as of ten seconds ago at the earliest. */
  async total(): Promise<LinksTotal> {
    const names = await this.#names.recent();
    return { count: names.length, bytes: names.reduce((sum, name) => sum + listedBytes(name), 0) };
  }

  /**
   * Starts a link. `finish` resolves once it survives a loss of power. Both reject with a ProblemError when the links have no room for
   * it.
   */
  async begin(): Promise<Draft> {
    await this.#requireRoom(1);
    const id = randomBytes(16).toString('base64url');
    const keptAt = this.#now();
    const draft = await this.#draft(id);
    const recording = new Recording(draft.write);
    return {
      recording,
      finish: async (about) => {
        const blobs = await recording.finish(keptAt);
        const manifest = { id, keptAt, ...about, blobs, bytes: recording.bytes };
        await draft.finish(manifest);
        return manifest;
      },
      abandon: draft.abandon,
    };
  }

  /**
   * Adds a link with its id, such as that of an exported one; `writeBlobs` writes what it keeps. Resolves once it survives a loss of
   * power. Does nothing when there is the same link, whatever its name. Rejects with a ProblemError when another one has the id, or the
   * links have no room for it.
   */
  async add(
    manifest: Manifest,
    writeBlobs: (write: (hash: string, bytes: Uint8Array) => Promise<void>) => Promise<void>,
  ): Promise<void> {
    const { id } = manifest;
    if (await this.#objects.read(`${id}/${MANIFEST}`)) {
      const known = await this.#manifest(id).catch(() => undefined);
      if (known && contentsOf(known) === contentsOf(manifest)) return;
      throw otherLinkHasId();
    }
    await this.#requireRoom(manifest.bytes);
    const draft = await this.#draft(id);
    try {
      await writeBlobs(draft.write);
      await draft.finish(manifest);
    } catch (error) {
      await draft
        .abandon()
        .catch((reason: Error) => console.error('links: a draft was left:', reason.message));
      throw error;
    }
  }

  /** A link by its id. Rejects with a ProblemError when there is none, or its manifest is damaged. */
  async open(id: string): Promise<OpenLink> {
    const link = await this.#open.fetch(id);
    if (!link) throw noSuchLink();
    return link;
  }

  /** A page of links, newest first, at most `max` after a token of the page before. Damaged ones are left out and counted. */
  async list({ after, max }: { after?: string | undefined; max: number }) {
    const names = await this.#objects.list(LISTED, { after, max });
    const read = await Promise.all(names.map((name) => this.#manifest(listedId(name)).catch(orWhy)));
    const links = read.filter((each) => typeof each === 'object');
    const damagedCount = read.filter((each) => each === 'damaged').length;
    const next = names.length === max ? names.at(-1) : undefined;
    return { links, damagedCount, ...(next !== undefined && { next }) };
  }

  /** Gives a link another name. Rejects with a ProblemError when there is no such link. */
  async rename(id: string, name: string): Promise<void> {
    const manifest = { ...(await this.#manifest(id)), name };
    await this.#objects.write(`${id}/${MANIFEST}`, await writeManifest(manifest));
    this.#open.delete(id);
  }

  /** Removes a link with everything that it kept. Resolves also when there is no such link. */
  async revoke(id: string): Promise<void> {
    if (!LINK_ID.test(id)) return;
    await this.#objects.remove(`${id}/${MANIFEST}`);
    this.#open.delete(id);
    await this.#unlist(id);
    await this.#objects.removeFolder(id);
  }

  /** Removes what crashes left of links that were being made. */
  async clean(): Promise<void> {
    const before = draftName('', this.#now() - ABANDONED_AFTER_MS);
    const drafts = await this.#objects.list(DRAFTS, { max: MAX_CLEANED });
    for (const name of drafts.filter((each) => each < before)) {
      const id = draftId(name);
      if (!(await this.#objects.read(`${id}/${MANIFEST}`))) {
        await this.#objects.removeFolder(id);
        await this.#unlist(id);
      }
      await this.#objects.remove(`${DRAFTS}/${name}`);
    }
  }

  /** Links that are made at the same time may exceed the limit together. */
  async #requireRoom(needed: number): Promise<void> {
    const { count, bytes } = await this.total();
    if (count >= MAX_LINKS || bytes + needed > this.#maxBytes) throw linksAreFull({ count, bytes });
  }

  /** The folder of a link that is being made, which is removed after a crash. */
  async #draft(id: string) {
    const draft = `${DRAFTS}/${draftName(id, this.#now())}`;
    await this.#objects.write(draft, Buffer.from(id));
    return {
      write: (hash: string, bytes: Uint8Array) => this.#objects.write(`${id}/${hash}`, bytes),
      finish: async (manifest: Manifest) => {
        await this.#requireRoom(manifest.bytes);
        await this.#objects.write(`${LISTED}/${listedName(manifest)}`, Buffer.from(id));
        this.#names.forget();
        await this.#objects.write(`${id}/${MANIFEST}`, await writeManifest(manifest));
        await this.#objects.remove(draft).catch(() => undefined);
      },
      abandon: async () => {
        await this.#objects.removeFolder(id);
        await this.#unlist(id);
        await this.#objects.remove(draft);
      },
    };
  }

  /** Removes the names under which a link is listed, also when its manifest, which would tell them, is missing or damaged. */
  async #unlist(id: string): Promise<void> {
    const names = await this.#names.fresh();
    for (const name of names.filter((each) => listedId(each) === id))
      await this.#objects.remove(`${LISTED}/${name}`);
    this.#names.forget();
  }

  async #manifest(id: string): Promise<Manifest> {
    const bytes = LINK_ID.test(id) ? await this.#objects.read(`${id}/${MANIFEST}`) : undefined;
    if (!bytes) throw noSuchLink();
    try {
      return await readManifest(bytes);
    } catch (error) {
      if (!(error instanceof DamagedBlob)) throw error;
      console.error(`links: the manifest of ${id} can't be read:`, error.message);
      throw keptDataLost();
    }
  }
}

/** What decides whether two links are the same: all but the name, which may have been changed. */
const contentsOf = ({ id, page, keptAt, blobs, missing }: Manifest) =>
  JSON.stringify([id, page, keptAt, blobs, missing]);

/** A link that was revoked a moment ago is no loss. */
function orWhy(error: unknown): 'damaged' | 'gone' {
  return (error as { problem?: { code?: string } }).problem?.code === noSuchLink().problem.code
    ? 'gone'
    : 'damaged';
}
