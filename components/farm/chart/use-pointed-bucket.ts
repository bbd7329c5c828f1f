'use client';

import { type PointerEvent, useState } from 'react';
import { bucketAt } from '@/lib/farm/buckets';
import type { PlotScale } from '@/lib/farm/plot/plot-scale';
import type { Span } from '@/lib/time/range';

/** The bucket under the pointer, and the handlers that find it. */
export function usePointedBucket(buckets: readonly Span[], scale: PlotScale) {
  const [bucket, setBucket] = useState<number>();
  const point = ({ currentTarget, clientX }: PointerEvent) => {
    const x = clientX - currentTarget.getBoundingClientRect().left;
    const isInside = x >= scale.left && x <= scale.right;
    setBucket(isInside ? bucketAt(buckets, scale.instantAt(x)) : undefined);
  };
  return {
    /** Index, as long as there is such a bucket. */
    bucket: bucket !== undefined && bucket < buckets.length ? bucket : undefined,
    handlers: { onPointerMove: point, onPointerDown: point, onPointerLeave: () => setBucket(undefined) },
  };
}
