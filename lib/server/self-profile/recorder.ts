import {
  type InspectorNotification,
  console as inspectorConsole,
  type Profiler,
  Session,
} from 'node:inspector';
import type { RecordedProfile } from '@/lib/profile/import/v8/cpu-profile';

const SAMPLING_INTERVAL_US = 10_000;

/**
 * Records consecutive CPU profiles of this process without gaps. Console profiles may overlap: the next one
 * starts before the previous one ends, which saves V8 a stop and start (hundreds of milliseconds).
 */
export class Recorder {
  #session: Session | undefined;
  #running: { title: string; start: number } | undefined;
  #count = 0;

  /** `now` returns epoch milliseconds. */
  constructor(readonly now: () => number = Date.now) {}

  start(): void {
    if (this.#session) return;
    this.#session = new Session();
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.setSamplingInterval', { interval: SAMPLING_INTERVAL_US });
    this.#begin();
  }

  /** Returns the profile since `start` or the last cut; undefined while nothing is recorded. */
  cut(): RecordedProfile | undefined {
    const ended = this.#running;
    if (!this.#session || !ended) return undefined;
    this.#begin();
    const profile = this.#end(this.#session, ended.title);
    return profile && { profile, start: ended.start, end: this.now() };
  }

  /** Stops recording and discards what was not cut. */
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
    inspectorConsole.profile(title);
  }

  /** V8 emits the finished profile before profileEnd returns. */
  #end(session: Session, title: string): Profiler.Profile | undefined {
    let profile: Profiler.Profile | undefined;
    const onFinished = ({ params }: InspectorNotification<Profiler.ConsoleProfileFinishedEventDataType>) => {
      if (params.title === title) profile = params.profile;
    };
    session.on('Profiler.consoleProfileFinished', onFinished);
    inspectorConsole.profileEnd(title);
    session.off('Profiler.consoleProfileFinished', onFinished);
    return profile;
  }
}
