import { z } from 'zod';
import { farmId } from './inputs';
import { audit, name } from './output';

/** Members of a farm in ListFarms and GetFarm. */
export const farmMembers = {
  farmId,
  displayName: name,
  kmsKeyArn: z.string().optional(),
  ...audit,
};
