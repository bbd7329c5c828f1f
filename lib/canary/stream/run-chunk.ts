import type { CanaryRun, RunState } from '../run';
import { type JoinedTexts, joinTexts, sharedStart, splitTexts } from './joined-texts';

const TEXT_MEMBERS = [
  ...(['name', 'state', 'stateReason', 'stateReasonCode'] as const),
  ...(['testResult', 'dryRunId', 'browserType', 'location'] as const),
] satisfies (keyof CanaryRun)[];

type TextMember = (typeof TEXT_MEMBERS)[number];

/** A value for each row, or one for all rows if they have the same. */
type Column<Value> = Value[] | Value;

/** Some runs in columns, which as JSON take a third of the space and are read many times faster. */
export type RunChunk = {
  ids: JoinedTexts;
  scheduledRunIds: JoinedTexts;
  /** Milliseconds after the start of the run before it; the first after the epoch. */
  started: number[];
  /** Milliseconds after its start; null for none. */
  completed: Column<number | null>;
  metricTimestamp: Column<number | null>;
  /** 0 for the first attempt. */
  retryAttempt: Column<number>;
  /** Every text of the columns below once. */
  texts: string[];
  /** Row → number of its text, from 1; 0 for none. */
  columns: Record<TextMember, Column<number>>;
  /** Locations of artifacts, without the start that all of them share. */
  artifactLocation: { start: string; rest: JoinedTexts };
};

/** Writes runs as columns, in their order. */
export function writeRuns(runs: readonly CanaryRun[]): RunChunk {
  const numbers = new Map<string, number>();
  const numberOf = (text: string | undefined): number => {
    if (text === undefined) return 0;
    const number = numbers.get(text) ?? numbers.size + 1;
    numbers.set(text, number);
    return number;
  };
  const column = (member: TextMember) => oneIfSame(runs.map((run) => numberOf(run[member])));
  const columns = Object.fromEntries(TEXT_MEMBERS.map((member) => [member, column(member)]));
  const after = (run: CanaryRun, instant: number | undefined) =>
    instant === undefined ? null : instant - run.started;
  const locations = runs.map(({ artifactLocation }) => artifactLocation);
  const start = sharedStart(locations);
  return {
    ids: joinTexts(runs.map(({ id }) => id)),
    scheduledRunIds: joinTexts(runs.map(({ scheduledRunId }) => scheduledRunId)),
    started: runs.map(({ started }, at) => started - (runs[at - 1]?.started ?? 0)),
    completed: oneIfSame(runs.map((run) => after(run, run.completed))),
    metricTimestamp: oneIfSame(runs.map((run) => after(run, run.metricTimestamp))),
    retryAttempt: oneIfSame(runs.map(({ retryAttempt }) => retryAttempt ?? 0)),
    texts: [...numbers.keys()],
    columns: columns as RunChunk['columns'],
    artifactLocation: { start, rest: joinTexts(locations.map((text) => text?.slice(start.length))) },
  };
}

/** Reads runs that `writeRuns` wrote. */
export function readRuns({ texts, columns, artifactLocation, ...chunk }: RunChunk): CanaryRun[] {
  const ids = splitTexts(chunk.ids);
  const scheduledRunIds = splitTexts(chunk.scheduledRunIds);
  const locations = splitTexts(artifactLocation.rest);
  const each = <Value>(column: Column<Value>): Value[] =>
    Array.isArray(column) ? column : new Array<Value>(ids.length).fill(column);
  const textsOf = (member: TextMember): (string | undefined)[] => {
    const column = columns[member];
    if (Array.isArray(column)) return column.map((number) => texts[number - 1]);
    return each<string | undefined>(texts[column - 1]);
  };
  const [name, state, dryRunId] = [textsOf('name'), textsOf('state'), textsOf('dryRunId')];
  const [stateReason, stateReasonCode] = [textsOf('stateReason'), textsOf('stateReasonCode')];
  const [testResult, browserType, location] = [
    textsOf('testResult'),
    textsOf('browserType'),
    textsOf('location'),
  ];
  const [completed, metricTimestamp] = [each(chunk.completed), each(chunk.metricTimestamp)];
  const retryAttempt = each(chunk.retryAttempt);
  let started = 0;
  const runs: CanaryRun[] = [];
  for (let at = 0; at < ids.length; at++) {
    started += chunk.started[at] ?? 0;
    const ended = completed[at];
    const measured = metricTimestamp[at];
    const place = locations[at];
    // Every run has every member, so that engines give all of them one compact layout.
    runs.push({
      id: ids[at] ?? '',
      scheduledRunId: scheduledRunIds[at] ?? undefined,
      retryAttempt: retryAttempt[at] || undefined,
      name: name[at] ?? '',
      state: state[at] as RunState,
      stateReason: stateReason[at],
      stateReasonCode: stateReasonCode[at],
      testResult: testResult[at],
      started,
      completed: typeof ended === 'number' ? started + ended : undefined,
      metricTimestamp: typeof measured === 'number' ? started + measured : undefined,
      artifactLocation: typeof place === 'string' ? artifactLocation.start + place : undefined,
      dryRunId: dryRunId[at],
      browserType: browserType[at],
      location: location[at],
    });
  }
  return runs;
}

const oneIfSame = <Value>(values: Value[]): Column<Value> => {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : values;
};
