import { namePartsOf } from '@/lib/farm/jobs/name-parts';

/** Splits names in a thread of its own, because a pattern can take exponential time and only a thread can be stopped. */
self.addEventListener('message', ({ data }: MessageEvent<{ pattern: string; names: string[] }>) => {
  self.postMessage(namePartsOf(data.pattern, data.names));
});
