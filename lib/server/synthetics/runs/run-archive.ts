import { retainedFrom } from '@/lib/canary/availability';
import type { Canary } from '@/lib/canary/run';
import { DAY, MINUTE } from '@/lib/time/duration';
import { archiveLater } from '../../archive/archive-later';
import { archiveFor, isArchiving, type SourceArchive } from '../../archive/open-archive';
import { env } from '../../env';
import { type DayBlock, readBlock, writeBlock } from './day-block';
import type { KnownRuns } from './known-runs';

/** The newest day is written at most this often. */
const MIN_REWRITE_MS = MINUTE;

const dayOf = (instant: number) => Math.floor(instant / DAY);

/** The archived scheduled runs of a canary, a block for each UTC day. The canary of a name may be another one later, so its id counts. */
export class RunArchive {
  /** The ends of the blocks as they are on disk, and when they were written. */
  readonly #written = new Map<number, { from: number; to: number; at: number }>();

  private constructor(
    private readonly name: string,
    private readonly id: string,
  ) {}

  /** The archive of a canary; undefined if nothing is archived. */
  static of({ name, id }: Canary): RunArchive | undefined {
    return isArchiving() && id !== undefined ? new RunArchive(name, id) : undefined;
  }

  /** Adds the runs of the newest archived day to known runs that are empty. */
  async restoreNewest(known: KnownRuns, canary: Canary, now: number): Promise<void> {
    const source = await this.#source();
    const oldest = dayOf(retainedFrom(canary, now));
    for (let day = dayOf(now); source && day >= oldest; day--)
      if (await this.#restore(known, source, day, Number.POSITIVE_INFINITY)) return;
  }

  /** Adds the archived runs that end where the known ones begin, and returns whether there are any. */
  async restoreBefore(known: KnownRuns): Promise<boolean> {
    if (!Number.isFinite(known.from)) return false;
    const source = await this.#source();
    return source !== undefined && this.#restore(known, source, dayOf(known.from - 1), known.from);
  }

  /** Writes the days whose known runs can't change any more, some seconds later. */
  save(known: KnownRuns, canary: Canary, now: number): void {
    const to = known.settledUntil(canary, now);
    const blocks = this.#dueDays(known.from, to, canary, now);
    if (blocks.length === 0) return;
    const opening = this.#source();
    const isAccepted = archiveLater().add(async () => {
      const source = await opening;
      const runs = known.newestFirst();
      for (const block of blocks) {
        const { from, to } = block;
        const ofDay = runs.filter(
          ({ started }) => started >= Math.max(from, block.day * DAY) && started < to,
        );
        const content = await writeBlock({ from, to, runs: ofDay });
        await source?.put(this.#key(block.day), { asOf: known.asOf, content });
      }
    });
    if (isAccepted) for (const { day, from, to } of blocks) this.#written.set(day, { from, to, at: now });
  }

  /** The parts of days from one instant to another of which the archive lacks something, newest first. */
  #dueDays(from: number, to: number, canary: Canary, now: number) {
    if (to <= from) return [];
    const due: { day: number; from: number; to: number }[] = [];
    const oldest = dayOf(Math.max(from, retainedFrom(canary, now)));
    for (let day = dayOf(to - 1); day >= oldest; day--) {
      const isFirst = day === oldest && from === Number.NEGATIVE_INFINITY;
      const part = { from: isFirst ? from : Math.max(from, day * DAY), to: Math.min(to, (day + 1) * DAY) };
      const known = this.#written.get(day);
      const isSame = known && known.from <= part.from && known.to >= part.to;
      const isRecent = known && known.from <= part.from && now - known.at < MIN_REWRITE_MS && part.to === to;
      if (!isSame && !isRecent) due.push({ day, ...part });
    }
    return due;
  }

  async #restore(known: KnownRuns, source: SourceArchive, day: number, until: number): Promise<boolean> {
    const archived = await source.get(this.#key(day));
    const block: DayBlock | undefined = archived && (await readBlock(archived.content));
    if (
      !archived ||
      !block ||
      block.from >= until ||
      (until !== Number.POSITIVE_INFINITY && block.to < until)
    )
      return false;
    known.add(block.runs, { from: block.from, asOf: archived.asOf });
    this.#written.set(day, { from: block.from, to: block.to, at: archived.asOf });
    return true;
  }

  #key(day: number) {
    return ['runs', this.name, this.id, 'CANARY_RUN', day] as const;
  }

  #source(): Promise<SourceArchive | undefined> {
    return archiveFor(env().AWS_ENDPOINT_URL_SYNTHETICS);
  }
}
