import { codeguru } from './codeguru/service';
import { deadline } from './deadline/service';
import type { Operation } from './protocol/operation';
import type { Service } from './protocol/service';
import { synthetics } from './synthetics/service';
import type { World } from './world';

/** The services that are served: the one table that the server, the tests and the fuzz runs read. */
export const services: readonly Service<World>[] = [codeguru, deadline, synthetics];

export const operations: readonly Operation<World>[] = services.flatMap((service) => service.operations);

export function serviceOf({ service: name }: Operation): Service<World> {
  const service = services.find((known) => known.name === name);
  if (!service) throw new Error(`no service is named ${name}`);
  return service;
}
