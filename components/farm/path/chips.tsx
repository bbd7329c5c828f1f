import { CloseButton } from '@mantine/core';
import Link from 'next/link';
import { counted } from '@/lib/answer/counted';
import type { Crumb } from '@/lib/farm/filters/crumbs';
import { keyName } from '@/lib/farm/filters/filter-text';
import type { Place } from '@/lib/farm/filters/place';
import { KEY_MEMBERS } from '@/lib/farm/key-members';
import { GROUP_KEY_LABELS } from '@/lib/farm/labels';
import { labelOf, type Names } from '@/lib/farm/names';
import classes from './path.module.css';
import type { PlaceNav } from './place-nav';

/** More values of a key are one chip. */
const MAX_CHIPS = 3;

type ChipsProps = {
  crumb: Crumb;
  nav: PlaceNav;
  names: Names;
  jobNames: ReadonlyMap<string, string> | undefined;
  isLast: boolean;
};

/** A chip for each value of a step of the path. It links back to that step, and its button removes the value. */
export function Chips({ crumb, nav, names, jobNames, isLast }: ChipsProps) {
  const { key, ids, upTo, without, removed } = crumb;
  const chip = (text: string, title: string, to: Place) => (
    <Chip key={text} label={GROUP_KEY_LABELS[key]} {...{ text, title }} onRemove={() => nav.go(to)}>
      {isLast ? undefined : nav.href(upTo)}
    </Chip>
  );
  if (ids.length > MAX_CHIPS) return chip(counted(ids.length, keyName(key)), '', removed);
  return ids.map((id) => {
    const jobName = jobNames?.get(id);
    const { name, title } = labelOf({ [KEY_MEMBERS[key]]: id, ...(jobName && { jobName }) }, key, names);
    return chip(name, title, without(id));
  });
}

type ChipProps = {
  label: string;
  text: string;
  title: string;
  /** Where the chip links to; undefined when that is the current page. */
  children: ReturnType<PlaceNav['href']> | undefined;
  onRemove(): void;
};

function Chip({ label, text, title, children: href, onRemove }: ChipProps) {
  const content = (
    <>
      <span className={classes.key}>{label}</span> <span className={classes.value}>{text}</span>
    </>
  );
  return (
    <span className={classes.chip} title={title}>
      {href ? (
        <Link href={href} prefetch={false} className={classes.back}>
          {content}
        </Link>
      ) : (
        <span className={classes.back}>{content}</span>
      )}
      <CloseButton size="xs" aria-label={`Remove ${label.toLowerCase()} ${text}`} onClick={onRemove} />
    </span>
  );
}
