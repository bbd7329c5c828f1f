import { formatDate } from '@/lib/time/format';
import { aboutMoney } from '../amounts';
import type { Outlook } from './outlook';

/** Where a budget is heading, in a sentence. Days are those of the zone. */
export function outlookText(outlook: Outlook, zone: string): string {
  switch (outlook.kind) {
    case 'stopped':
      return `Its queue was stopped on ${formatDate(outlook.at, zone)}.`;
    case 'used up':
      return 'Used up.';
    case 'inactive':
      return 'AWS no longer evaluates it.';
    case 'no schedule':
      return 'Its schedule is unknown.';
    case 'not started':
      return `Starts on ${formatDate(outlook.from, zone)}.`;
    case 'ended':
      return `Ended on ${formatDate(outlook.to, zone)}.`;
    case 'too early':
      return 'Too early to tell a pace.';
    case 'runs out':
      return `At this pace it runs out on ${formatDate(outlook.at, zone)}.`;
    case 'lasts':
      return `At this pace it lasts to the end, with about ${aboutMoney(outlook.usedUsd)} used.`;
  }
}
