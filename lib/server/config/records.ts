import { matchesAny } from '@/lib/overview/view';
import { lastConfig } from './read-config';

/** Whether the recorder archives the runs of a canary. */
export const recordsCanary = (name: string): boolean => matchesAny(name, lastConfig().record?.canaries ?? []);

/** Whether the recorder archives the costs of a farm. */
export const recordsFarm = (farmId: string): boolean => lastConfig().record?.farms?.includes(farmId) ?? false;
