import { useZone } from '@/components/range/use-range';
import { StripLegend } from '../strip-legend';

/** What the bars of the list mean, and in which zone its times are. */
export function ListLegend() {
  const zone = useZone();
  return (
    <StripLegend fills={['missing', 'rest', 'none', 'unknown']}>
      <span>
        Colour: the worst outcome in a part of the range. Height: the share of its runs that have it.
      </span>
      <span>Times in {zone}.</span>
    </StripLegend>
  );
}
