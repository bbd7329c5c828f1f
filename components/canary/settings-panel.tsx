'use client';

import { Panel } from '@/components/panel/panel';
import { useZone } from '@/components/range/use-range';
import type { Canary } from '@/lib/canary/run';
import { canarySettings } from '@/lib/canary/settings';
import classes from './settings-panel.module.css';

/** How the canary is configured, as AWS has it now. */
export function SettingsPanel({ canary }: { canary: Canary }) {
  const zone = useZone();
  return (
    <Panel title="Settings" id="settings">
      <dl className={classes.settings}>
        {canarySettings(canary, zone).map(({ name, value, note }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
            {note && <dd className={classes.note}>{note}</dd>}
          </div>
        ))}
      </dl>
    </Panel>
  );
}
