import { useZone } from '@/components/range/use-range';
import { StripLegend } from '../strip-legend';

/** What the bars of the list mean, and in which zone its times are. */
export function ListLegend() {
  const zone = useZone();
  return (
    <StripLegend fills={['missing', 'rest', 'none', 'unknown']}>
      <span>
        Each bar is a part of the range. Its colour is the worst outcome of the runs, its height the share of
        them with that outcome.
      </span>
      <span>Times in {zone}.</span>
    </StripLegend>
  );
}
