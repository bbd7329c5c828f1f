'use client';

import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { counted } from '@/lib/answer/counted';
import { type Names, nameOfId } from '@/lib/farm/names';
import type { CostChoice } from '@/lib/farm/plan/asked-costs';
import type { Fleet, Queue } from '@/lib/farm/session-statistics';
import { ResourceSelect } from './resource-select';
import classes from './resource-select.module.css';

type Chosen = Required<Pick<CostChoice, 'queueIds' | 'fleetIds'>>;

type ResourceChoiceProps = {
  choice: CostChoice;
  queues: readonly Queue[];
  fleets: readonly Fleet[];
  names: Names;
  onChange(chosen: Chosen): void;
};

const QUEUES = { one: 'queue', label: 'Queues' };
const FLEETS = { one: 'fleet', label: 'Fleets' };
const NAMED_COUNT = 3;

/** The queues or the fleets to aggregate. AWS takes only one kind, so a choice of one replaces that of the other, and says so. */
export function ResourceChoice({ choice, queues, fleets, names, onChange }: ResourceChoiceProps) {
  const { queueIds = [] } = choice;
  const fleetIds = queueIds.length > 0 ? [] : (choice.fleetIds ?? []);
  const chosen = { queueIds, fleetIds };
  const [replaced, setReplaced] = useState<{ before: Chosen; after: string }>();
  const choose = (next: Chosen, lost: readonly string[]) => {
    setReplaced(lost.length > 0 ? { before: chosen, after: keyOf(next) } : undefined);
    onChange(next);
  };
  const { before } = replaced?.after === keyOf(chosen) ? replaced : {};
  return (
    <>
      <ResourceSelect
        kind={QUEUES}
        ids={queues.map(({ queueId }) => queueId)}
        chosen={queueIds}
        names={names}
        placeholder="All queues"
        onChoose={(ids) =>
          choose({ queueIds: ids, fleetIds: ids.length > 0 ? [] : fleetIds }, ids.length > 0 ? fleetIds : [])
        }
      />
      <ResourceSelect
        kind={FLEETS}
        ids={fleets.map(({ fleetId }) => fleetId)}
        chosen={fleetIds}
        names={names}
        placeholder="All fleets"
        onChoose={(ids) =>
          choose({ queueIds: ids.length > 0 ? [] : queueIds, fleetIds: ids }, ids.length > 0 ? queueIds : [])
        }
      />
      <div role="status" className={classes.replaced}>
        {before && (
          <>
            AWS adds up queues or fleets, not both: {lostText(before, names)}.{' '}
            <Anchor component="button" type="button" inherit onClick={() => onChange(before)}>
              Undo
            </Anchor>
          </>
        )}
      </div>
    </>
  );
}

const keyOf = ({ queueIds, fleetIds }: Chosen) => JSON.stringify([queueIds, fleetIds]);

/** `the queue lighting is no longer chosen`. */
function lostText({ queueIds, fleetIds }: Chosen, names: Names): string {
  const [kind, ids] = queueIds.length > 0 ? [QUEUES, queueIds] : [FLEETS, fleetIds];
  const named = ids.slice(0, NAMED_COUNT).map((id) => nameOfId(id, names));
  const more = ids.length > NAMED_COUNT ? ` and ${counted(ids.length - NAMED_COUNT, 'more', 'more')}` : '';
  const [what, verb] = ids.length === 1 ? [kind.one, 'is'] : [`${kind.one}s`, 'are'];
  return `the ${what} ${named.join(', ')}${more} ${verb} no longer chosen`;
}
