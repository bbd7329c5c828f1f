import type { Samples } from './use-samples';

type Progress = Pick<Samples, 'isReading' | 'readCount' | 'leftOutCount'> & { bars: readonly unknown[] };

/** `38 of 96 read` while samples are read, else nothing. */
export const progressText = ({ isReading, readCount, leftOutCount, bars }: Progress): string =>
  isReading && readCount < bars.length - leftOutCount
    ? `${readCount} of ${bars.length - leftOutCount} read`
    : '';
