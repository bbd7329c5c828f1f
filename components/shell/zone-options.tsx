'use client';

import { Combobox, type ComboboxStore } from '@mantine/core';
import { useEffect, useId, useMemo, useState } from 'react';
import { findZones } from '@/lib/time/find-zones';
import { formatZoneAt } from '@/lib/time/format';
import { DEFAULT_ZONE } from '@/lib/time/range';
import { isOffsetZone, zoneOffset } from '@/lib/time/zone';
import { cityOf } from '@/lib/time/zone-names';
import { recentZones } from './recent-zones';
import { useNamedZones } from './use-named-zones';
import classes from './zone-menu.module.css';

/** More rows would not be read: another letter finds fewer. */
const MAX_ROWS = 12;
const MAX_TEXT = 60;

const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || DEFAULT_ZONE;

type ZoneOptionsProps = {
  combobox: ComboboxStore;
  /** The page's. */
  zone: string;
  now: number;
  /** The instant whose offsets are shown, the end of the range. */
  at: number;
};

/** The search for a zone, and the zones that it finds; without a text, those that are likely. */
export function ZoneOptions({ combobox, zone, now, at }: ZoneOptionsProps) {
  const [text, setText] = useState('');
  const { zones: named, isComplete } = useNamedZones(now);
  const offsetAt = useMemo(() => rememberedOffsets(at), [at]);
  const own = browserZone();
  const likely = useMemo(
    () => [...new Set([DEFAULT_ZONE, own, zone, ...recentZones()])].slice(0, MAX_ROWS),
    [own, zone],
  );
  const isSearch = text.trim() !== '';
  const found = isSearch ? findZones(text, named, offsetAt, MAX_ROWS) : { zones: likely, moreCount: 0 };
  const listId = useId();
  const [activeId, setActiveId] = useState<string>();
  const readActive = () =>
    setActiveId(document.getElementById(listId)?.querySelector('[data-combobox-selected]')?.id);
  useEffect(() => combobox.focusSearchInput(), [combobox.focusSearchInput]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text finds other options
  useEffect(() => {
    if (isSearch) combobox.selectFirstOption();
    else combobox.resetSelectedOption();
    readActive();
  }, [text, isComplete]);

  const countriesOf = new Map(named.map((one) => [one.zone, one.countries]));
  return (
    <>
      <Combobox.Search
        value={text}
        maxLength={MAX_TEXT}
        aria-label="Find a time zone"
        placeholder="City, country, CET or +05:30"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={activeId}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyUp={readActive}
      />
      <Combobox.Options id={listId} aria-label="Time zones" className={classes.options}>
        {found.zones.map((name) => (
          <Combobox.Option key={name} value={name} active={name === zone} className={classes.option}>
            <span className={classes.name}>
              {isOffsetZone(name) || name === DEFAULT_ZONE ? name : cityOf(name)}
              <span className={classes.detail}>{detailOf(name, own, countriesOf.get(name) ?? [])}</span>
            </span>
            <span className={classes.offset}>{formatZoneAt(at, name)}</span>
          </Combobox.Option>
        ))}
        {found.zones.length === 0 && (
          <Combobox.Empty>
            {isComplete ? 'No zone has this name, country or offset.' : 'Looking …'}
          </Combobox.Empty>
        )}
      </Combobox.Options>
      <Combobox.Footer className={classes.footer}>
        {found.moreCount > 0 ? `${found.moreCount} more. Type on to find them. ` : ''}
        Offsets are those at the end of the range.
      </Combobox.Footer>
    </>
  );
}

/** `Europe/Berlin · Germany · this browser` */
function detailOf(zone: string, own: string, countries: readonly string[]): string {
  const parts = [
    ...(zone === DEFAULT_ZONE || isOffsetZone(zone) ? [] : [zone]),
    ...countries.slice(0, 2),
    ...(zone === own ? ['this browser'] : []),
  ];
  return parts.join(' · ');
}

/** Offsets at an instant, each computed once: a search for one looks at all zones. */
function rememberedOffsets(at: number): (zone: string) => number {
  const offsets = new Map<string, number>();
  return (zone) => {
    const known = offsets.get(zone) ?? zoneOffset(at, zone);
    offsets.set(zone, known);
    return known;
  };
}
