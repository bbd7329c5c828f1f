import { z } from 'zod';

/** Members that several operations share, with the model's bounds. */
export const profilingGroupName = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[\w-]+$/);
/** Page tokens and client tokens have one form. */
export const token = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w-]+$/);
export const queryBoolean = z.enum(['true', 'false']).transform((text) => text === 'true');
