'use client';

import type { MouseEvent, ReactNode } from 'react';
import { PageLink } from '@/components/range/page-link';
import type { ChangeSettings } from './profile-settings';
import { type LinkedChange, useSettingsHref } from './use-settings-href';

type SettingsLinkProps = {
  group: string;
  change: LinkedChange;
  onChange: ChangeSettings;
  className?: string | undefined;
  title?: string;
  'aria-label'?: string | undefined;
  children: ReactNode;
};

/** A link that changes settings of the page; a plain click does so without loading the page again, unless the range changes. */
export function SettingsLink({ group, change, onChange, ...link }: SettingsLinkProps) {
  const href = useSettingsHref(group)(change);
  const { from, to, asof, ...settings } = change;
  if (from !== undefined) return <PageLink href={href} {...link} />;
  return (
    <a
      href={href}
      onClick={(event) => {
        if (!isPlain(event)) return;
        event.preventDefault();
        void onChange(settings);
      }}
      {...link}
    />
  );
}

/** Other clicks open a tab or a window, or download. */
const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
