import { console as engineConsole, type InspectorNotification, type Profiler, Session } from 'node:inspector';
import type { RecordedProfile } from '@/lib/profile/import/cpu-profile';

const SAMPLING_INTERVAL_US = 10_000;

/**
 * Takes CPU profiles of this process one after the other without a gap. Profiles of the console overlap: the
 * next one begins before the last one ends, which spares the engine a stop and start (hundreds of milliseconds).
 */
export class Recorder {
  #session: Session | undefined;
  #running: { title: string; start: number } | undefined;
  #count = 0;

  /** `now` tells when profiles begin and end, epoch milliseconds. */
  constructor(readonly now: () => number = Date.now) {}

  start(): void {
    if (this.#session) return;
    this.#session = new Session();
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.setSamplingInterval', { interval: SAMPLING_INTERVAL_US });
    this.#begin();
  }

  /** What was recorded since `start` or the last cut; undefined when nothing is being recorded. */
  cut(): RecordedProfile | undefined {
    const ended = this.#running;
    if (!this.#session || !ended) return undefined;
    this.#begin();
    const profile = this.#end(this.#session, ended.title);
    return profile && { profile, start: ended.start, end: this.now() };
  }

  /** Ends profiling and throws away what was not cut. */
  stop(): void {
    if (this.#session && this.#running) this.#end(this.#session, this.#running.title);
    this.#session?.disconnect();
    this.#session = undefined;
    this.#running = undefined;
  }

  #begin(): void {
    this.#count += 1;
    const title = `self-profile ${this.#count}`;
    this.#running = { title, start: this.now() };
    engineConsole.profile(title);
  }

  /** The engine tells the finished profile before profileEnd returns. */
  #end(session: Session, title: string): Profiler.Profile | undefined {
    let profile: Profiler.Profile | undefined;
    const take = ({ params }: InspectorNotification<Profiler.ConsoleProfileFinishedEventDataType>) => {
      if (params.title === title) profile = params.profile;
    };
    session.on('Profiler.consoleProfileFinished', take);
    engineConsole.profileEnd(title);
    session.off('Profiler.consoleProfileFinished', take);
    return profile;
  }
}
