import type { MovedFunction } from '@/lib/profile/transform/difference';
import { isWithinSamplingError } from '@/lib/profile/view/sampling-error';
import type { ComparedView } from '@/lib/profile/view/view';

const MAX_CHANGED = 4;

/** The functions whose self changed most in either direction, beyond the sampling error. */
export function changedParts({
  moved,
  unit,
  samples,
}: Pick<ComparedView, 'moved' | 'unit' | 'samples'>): MovedFunction[] {
  const { grown, shrunk } = moved.self;
  const size = ({ baseline, comparison }: MovedFunction) => Math.abs(comparison.self - baseline.self);
  return [...grown, ...shrunk]
    .filter(
      ({ baseline, comparison }) => !isWithinSamplingError(baseline.self, comparison.self, unit, samples),
    )
    .sort((a, b) => size(b) - size(a))
    .slice(0, MAX_CHANGED);
}
