import { Button } from '@mantine/core';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { filterText } from '@/lib/farm/filters/filter-text';
import type { PlaceNav } from './place-nav';

type NoMatchProps = { nav: PlaceNav; height: number };

/** A range with no sessions of the filters, with a way out. */
export const NoMatch = ({ nav: { place, go }, height }: NoMatchProps) => (
  <EmptyNotice why={`No sessions of ${filterText(place.filters)} in this range.`} height={height}>
    <Button size="xs" variant="default" onClick={() => go({ ...place, filters: [] })}>
      Remove the filters
    </Button>
  </EmptyNotice>
);
