import { z } from 'zod';
import type { Operation } from '../protocol/operation';

/** The parts of JSON schema that inputs of operations are told in. */
export type Schema = {
  type?: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array' | 'null';
  enum?: string[];
  const?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  /** With the type string: bounds of an integer in a query string. */
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
  anyOf?: Schema[];
};

/** What a client may send to an operation, before the server turns it into its own types. */
export const inputSchema = ({ input }: Operation): Schema =>
  z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema;

/** The schema without the null that an optional member may also be. */
export function present(schema: Schema): Schema {
  const others = schema.anyOf?.filter(({ type }) => type !== 'null');
  return others?.length === 1 ? { ...schema, anyOf: undefined, ...others[0] } : schema;
}
