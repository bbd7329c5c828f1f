import { completeFrom, retainedFrom } from '@/lib/canary/availability';
import type { Canary } from '@/lib/canary/run';
import { DAY, MINUTE } from '@/lib/time/duration';
import { archiveLater } from '../../archive/archive-later';
import { archiveFor, isArchiving, type SourceArchive } from '../../archive/open-archive';
import { exactNow } from '../../clock';
import { env } from '../../env';
import { keptLink } from '../../links/link-scope';
import { type DayBlock, readBlock, writeBlock } from './day-block';
import type { KnownRuns } from './known-runs';

/** Days that are read from disk at a time. */
const DAYS_AT_ONCE = 8;

/** The newest day is written at most this often. */
const MIN_REWRITE_MS = MINUTE;

const dayOf = (instant: number) => Math.floor(instant / DAY);

/** The archived scheduled runs of a canary, a block for each UTC day. The canary of a name may be another one later, so its id counts. */
export class RunArchive {
  /** The ends of the blocks as they are on disk, and when they were written. */
  readonly #written = new Map<number, { from: number; to: number; at: number }>();
  #isNewestRestored = false;
  #isWaiting = false;

  private constructor(
    private readonly name: string,
    private readonly id: string,
  ) {}

  /** The archive of a canary; undefined if nothing is archived, and for a shared link, which has one block of its own. */
  static of({ name, id }: Canary): RunArchive | undefined {
    return isArchiving() && !keptLink() && id !== undefined ? new RunArchive(name, id) : undefined;
  }

  /** Moves all archived days that AWS still has to what is recorded. */
  async record(canary: Canary, now: number): Promise<void> {
    const source = await this.#source();
    for (let day = dayOf(retainedFrom(canary, now)); source && day <= dayOf(now); day++)
      await source.record(this.#key(day));
  }

  /** Adds the runs of the newest archived day to known runs that are empty, the first time that it is called. */
  async restoreNewest(known: KnownRuns, canary: Canary, now: number): Promise<void> {
    if (this.#isNewestRestored) return;
    this.#isNewestRestored = true;
    const source = await this.#source();
    const oldest = dayOf(Math.max(retainedFrom(canary, now), canary.created ?? Number.NEGATIVE_INFINITY));
    for (let day = dayOf(now); source && day >= oldest; day--) {
      const block = await this.#read(source, day);
      if (block) return known.add(block.runs, endsOf(block, canary, now));
    }
  }

  /** Adds the archived runs just before the known ones, until those are enough. Returns whether there are any. */
  async restoreBefore(known: KnownRuns, canary: Canary, isEnough: () => boolean): Promise<boolean> {
    const source = Number.isFinite(known.from) ? await this.#source() : undefined;
    let isAny = false;
    while (source && !isEnough()) {
      const newest = dayOf(known.from - 1);
      // The first one by itself, because the archive often lacks it.
      const days = Array.from({ length: isAny ? DAYS_AT_ONCE : 1 }, (_, before) => newest - before);
      for (const block of await Promise.all(days.map((day) => this.#read(source, day)))) {
        if (!block || block.from >= known.from || block.to < known.from) return isAny;
        known.add(block.runs, endsOf(block, canary, exactNow()));
        isAny = true;
        if (isEnough()) break;
      }
    }
    return isAny;
  }

  /** Writes the days whose known runs can't change any more, some seconds later. */
  save(known: () => KnownRuns, canary: Canary): void {
    if (this.#isWaiting || this.#dueDays(known(), canary, exactNow()).length === 0) return;
    const opening = this.#source();
    this.#isWaiting = archiveLater().add(async () => {
      this.#isWaiting = false;
      const source = await opening;
      if (source) await this.#write(known(), canary, source);
    });
  }

  async #write(known: KnownRuns, canary: Canary, source: SourceArchive): Promise<void> {
    const now = exactNow();
    const { asOf, completeFrom } = known;
    const runs = known.newestFirst();
    for (const { day, from: knownFrom, to } of this.#dueDays(known, canary, now)) {
      if (!this.#written.has(day)) await this.#read(source, day, 'getToReplace');
      const from = Number.isFinite(knownFrom) ? knownFrom : await this.#firstKnown(source, day, canary);
      if (this.#isWider(day, from)) continue;
      const ofDay = runs.filter(({ started }) => started >= Math.max(from, day * DAY) && started < to);
      const content = await writeBlock({ from, completeFrom, to, runs: ofDay });
      await source.put(this.#key(day), { asOf, content });
      this.#written.set(day, { from, to, at: now });
    }
  }

  /** The start of the oldest day that AWS has. Nothing is before it only if the archive has no earlier day either, which AWS has deleted. */
  async #firstKnown(source: SourceArchive, day: number, canary: Canary): Promise<number> {
    const hasBefore = this.#written.has(day - 1) || (await this.#read(source, day - 1, 'getToReplace'));
    return hasBefore ? retainedFrom(canary, exactNow()) : Number.NEGATIVE_INFINITY;
  }

  /** Whether the block of a day begins before an instant. It is replaced once what is known reaches it. */
  #isWider(day: number, from: number): boolean {
    return (this.#written.get(day)?.from ?? Number.POSITIVE_INFINITY) < from;
  }

  /** The parts of days of which something is known that the archive lacks, newest first. */
  #dueDays(known: KnownRuns, canary: Canary, now: number) {
    const { from } = known;
    const to = known.settledUntil(canary, now);
    if (to <= from) return [];
    const due: { day: number; from: number; to: number }[] = [];
    const oldest = dayOf(Math.max(from, retainedFrom(canary, now)));
    for (let day = dayOf(to - 1); day >= oldest; day--) {
      const isFirst = day === oldest && from === Number.NEGATIVE_INFINITY;
      const part = { from: isFirst ? from : Math.max(from, day * DAY), to: Math.min(to, (day + 1) * DAY) };
      const written = this.#written.get(day);
      const isSame = written?.from === part.from && written.to >= part.to;
      const isRecent = written?.from === part.from && now - written.at < MIN_REWRITE_MS && part.to === to;
      if (!isSame && !isRecent && !this.#isWider(day, part.from)) due.push({ day, ...part });
    }
    return due;
  }

  /** The block of a day as it is archived. */
  async #read(
    source: SourceArchive,
    day: number,
    how: 'get' | 'getToReplace' = 'get',
  ): Promise<(DayBlock & { asOf: number }) | undefined> {
    const archived = await source[how](this.#key(day));
    const block = archived && (await readBlock(archived.content));
    if (!block) return undefined;
    const { asOf } = archived;
    this.#written.set(day, { from: block.from, to: block.to, at: asOf });
    return { ...block, asOf };
  }

  #key(day: number) {
    return ['runs', this.name, this.id, 'CANARY_RUN', day] as const;
  }

  #source(): Promise<SourceArchive | undefined> {
    return archiveFor(env().AWS_ENDPOINT_URL_SYNTHETICS);
  }
}

/** What a block tells. An earlier release didn't write from when on both passed and failed runs are known: it is what AWS keeps now. */
const endsOf = (block: DayBlock & { asOf: number }, canary: Canary, now: number) => ({
  ...{ from: block.from, asOf: block.asOf },
  completeFrom: block.completeFrom ?? completeFrom(canary, now),
});
