'use client';

import { Anchor, Group, Text } from '@mantine/core';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { ComparedResult } from '@/components/profile/compare/compared-result';
import { useComparePanel } from '@/components/profile/compare/use-compare-panel';
import { formatSamples } from '@/components/profile/frame-text/format-samples';
import { useElementWidth } from '@/components/profile/graph/element-width';
import { GRAPH_PX } from '@/components/profile/graph/graph-size';
import { ProfileMenuItems } from '@/components/profile/save/profile-menu-items';
import type { ChangeSettings, ProfileSettings } from '@/components/profile/settings/profile-settings';
import { PageLink } from '@/components/range/page-link';
import { useRange } from '@/components/range/use-range';
import { GroupChoice } from './group-choice';
import { useOnProfilePage } from './use-on-profile-page';

export const CODE_TITLE = 'What the code did';

type CodePanelProps = {
  group: string;
  onGroup(group: string): void;
  settings: ProfileSettings;
  onChange: ChangeSettings;
};

/** The functions of a group whose self changed most between both times, and the graph of the differences. */
export function CodePanel({ group, onGroup, settings, onChange: change }: CodePanelProps) {
  const width = useElementWidth();
  const compared = useComparePanel(group, settings, width);
  const { query, states, sides, isCurrent, view } = compared;
  const { span } = sides.comparison.requested;
  const { zone, now } = useRange();
  const { href, onChange } = useOnProfilePage(group, span, change);
  return (
    <Panel
      title={CODE_TITLE}
      id="code"
      figure={states.length > 0 ? states.join(', ') : undefined}
      fetching={query.isFetching}
      onRetry={() => void query.refetch()}
      menu={
        <ProfileMenuItems
          {...{ title: CODE_TITLE, states, span, now, zone }}
          {...{ request: compared.request, drawnRef: compared.drawnRef, deeper: compared.deeper }}
          settings={{ ...settings, view: 'compare' }}
          requested={span}
        />
      }
    >
      <div ref={width.ref}>
        <Group justify="space-between" gap="xs">
          <Group gap="xs">
            <GroupChoice group={group} onGroup={onGroup} />
            <Text size="xs" c="dimmed">
              {isCurrent &&
                view &&
                `${formatSamples(view.samples.comparison)} then, ${formatSamples(view.samples.baseline)} before`}
            </Text>
          </Group>
          <Anchor component={PageLink} href={href({ view: 'compare' })} size="xs">
            Full comparison
          </Anchor>
        </Group>
        <ComparedResult
          {...{ compared, onChange }}
          onShow={onChange}
          areFunctionsFirst
          empty={
            <EmptyNotice
              height={GRAPH_PX}
              why={`${group} has no profile of one of the two times, so there is nothing to compare. Choose another group, or compare with another time.`}
            />
          }
        />
      </div>
    </Panel>
  );
}
