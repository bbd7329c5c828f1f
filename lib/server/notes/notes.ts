import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { CallLimit } from '@/lib/answer/call-limit';
import { isNoteIn, type Note, type NoteContent, type NotesInSpan } from '@/lib/overview/note';
import type { Span } from '@/lib/time/range';
import { ListedNames } from '../objects/listed-names';
import type { ObjectStore } from '../objects/object-store';
import { NOTE_ID, newNoteId, timesIn } from './note-name';
import { noSuchNote, noteTooEarly } from './note-problems';

/** Another note replaces the one that begins first. */
export const MAX_NOTES = 10_000;
/** Maximum number of notes in one answer, the newest ones. */
export const MAX_IN_ANSWER = 500;
const MAX_READS = 8;
const MAX_WAITING = 5000;

const FOLDER = 'notes';

/** A note in its file; its times are in the name. */
const stored = z.object({
  text: z.string(),
  link: z.string().optional(),
  kind: z.string().optional(),
  by: z.string().optional(),
});

type Stored = z.output<typeof stored>;

type Options = {
  objects: ObjectStore;
  /** Epoch milliseconds. */
  now(): number;
  maxNotes?: number;
};

/**
 * The notes, each in a file of its own, whose name has its times. A file is never changed: an edited note is another file, so that servers on
 * one store need no coordination.
 */
export class Notes {
  readonly #objects: ObjectStore;
  readonly #maxNotes: number;
  readonly #contents = new LRUCache<string, Stored>({ max: 2 * MAX_IN_ANSWER });
  readonly #reads = new CallLimit(MAX_READS, MAX_WAITING);
  readonly #names: ListedNames;

  constructor({ objects, now, maxNotes = MAX_NOTES }: Options) {
    this.#objects = objects;
    this.#maxNotes = maxNotes;
    // Servers that write at once may exceed the maximum by some notes.
    this.#names = new ListedNames({ objects, folder: FOLDER, form: NOTE_ID, max: maxNotes * 2, now });
  }

  /** The notes of a span. Files that are damaged, or that another server removes meanwhile, are left out. */
  async inSpan(span: Span): Promise<NotesInSpan> {
    const names = (await this.#names.recent()).filter((name) => isNoteIn(timesIn(name), span));
    const newest = names.slice(-MAX_IN_ANSWER);
    const read = await Promise.all(newest.map((name) => this.#read(name)));
    const notes = read.filter((note) => note !== undefined);
    return { notes, total: notes.length + names.length - newest.length };
  }

  /** Adds a note. It survives a loss of power. Rejects with a ProblemError when there is no room for it. */
  async add(content: NoteContent): Promise<Note> {
    const names = await this.#names.fresh();
    const [first] = names;
    const isFull = first !== undefined && names.length >= this.#maxNotes;
    if (isFull && content.from < timesIn(first).from) throw noteTooEarly(this.#maxNotes);
    const note = await this.#write(content);
    if (isFull) await this.#remove(first);
    return note;
  }

  /** Replaces a note, which gets another id. Rejects with a ProblemError when there is no such note. */
  async replace(id: string, content: NoteContent): Promise<Note> {
    if (!(await this.#names.fresh()).includes(id)) throw noSuchNote();
    const note = await this.#write(content);
    await this.#remove(id);
    return note;
  }

  /** Deletes a note. Resolves also when there is no such note. */
  async remove(id: string): Promise<void> {
    await this.#remove(id);
  }

  async #write({ from, to, ...content }: NoteContent): Promise<Note> {
    const id = newNoteId({ from, to });
    await this.#objects.write(`${FOLDER}/${id}`, Buffer.from(JSON.stringify(stored.parse(content))));
    this.#names.forget();
    return noteOf(id, content);
  }

  async #remove(id: string): Promise<void> {
    await this.#objects.remove(`${FOLDER}/${id}`);
    this.#names.forget();
  }

  async #read(name: string): Promise<Note | undefined> {
    const known = this.#contents.get(name);
    if (known) return noteOf(name, known);
    const bytes = await this.#reads.run(() => this.#objects.read(`${FOLDER}/${name}`));
    const content = bytes && parsed(bytes);
    if (!content) return undefined;
    this.#contents.set(name, content);
    return noteOf(name, content);
  }
}

function parsed(bytes: Uint8Array): Stored | undefined {
  try {
    return stored.parse(JSON.parse(Buffer.from(bytes).toString()));
  } catch {
    return undefined;
  }
}

function noteOf(id: string, content: Stored): Note {
  const { from, to } = timesIn(id);
  return { id, from, ...(to > from && { to }), ...content };
}
