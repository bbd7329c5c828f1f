import { counted } from '@/lib/answer/counted';
import { GONE, NEW } from './changes';

/** Groups without a change, in a sentence: `1 group is new and 2 are gone since the earlier period.` Empty without any. */
export function groupsText(growth: Float64Array): string {
  const [newCount, goneCount] = [NEW, GONE].map((kind) => growth.filter((one) => one === kind).length);
  const parts = [
    ...(newCount ? [`${counted(newCount, 'group')} ${isOrAre(newCount)} new`] : []),
    ...(goneCount
      ? [`${newCount ? goneCount : counted(goneCount, 'group')} ${isOrAre(goneCount)} gone`]
      : []),
  ];
  return parts.length > 0 ? `${parts.join(' and ')} since the earlier period.` : '';
}

const isOrAre = (count: number) => (count === 1 ? 'is' : 'are');
