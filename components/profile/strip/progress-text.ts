import type { Samples } from './use-samples';

/** How far samples are read. */
export type ReadSamples = Pick<Samples, 'isReading' | 'readCount' | 'leftOutCount'> & {
  bars: readonly unknown[];
};

/** Whether samples that are wanted are still read. */
export const isUnderWay = ({ isReading, readCount, leftOutCount, bars }: ReadSamples): boolean =>
  isReading && readCount < bars.length - leftOutCount;

/** `38 of 96 read` while samples are read, else nothing. */
export const progressText = (samples: ReadSamples): string =>
  isUnderWay(samples) ? `${samples.readCount} of ${samples.bars.length - samples.leftOutCount} read` : '';
