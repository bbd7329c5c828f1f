import { describe, expect, it } from 'vitest';
import { answerable } from './answerable';
import { crumbsOf, startOf } from './crumbs';
import { filterText, limitText, secondKeyText } from './filter-text';
import { drilled, narrowed, nextKeys, type Place, withoutKeys } from './place';

const FARM: Place = { groupBy: ['QUEUE_ID'], queueIds: [], fleetIds: [], filters: [] };
const USER = { key: 'USER_ID' as const, id: 'maria' };
const TYPE = { key: 'INSTANCE_TYPE' as const, id: 'c6i' };
const JOB = { key: 'JOB_ID' as const, id: 'job-1' };

describe('drilling', () => {
  const queue = drilled(FARM, { key: 'QUEUE_ID', id: 'q1' });
  const user = queue && drilled(queue, USER);
  const type = user && drilled(user, TYPE);

  it('goes from the farm to a queue, a user and an instance type, and has AWS sum the queue', () => {
    expect(queue).toEqual({ ...FARM, queueIds: ['q1'], groupBy: ['USER_ID'] });
    expect(user).toEqual({ ...queue, filters: [USER], groupBy: ['INSTANCE_TYPE'] });
    expect(type).toEqual({ ...queue, filters: [USER, TYPE], groupBy: ['INSTANCE_TYPE'] });
  });

  it('ends where AWS has no key left, and says why', () => {
    expect(type && nextKeys(type)).toEqual([]);
    expect(type && narrowed(type, [JOB])).toBeUndefined();
    expect(limitText(type?.filters ?? [])).toBe(
      'AWS groups by at most two keys, and the filters by user and instance type take both. Remove one to see other keys.',
    );
    expect(limitText([USER])).toBeUndefined();
  });

  it('keeps the other key of a grouping by two', () => {
    expect(drilled({ ...FARM, groupBy: ['QUEUE_ID', 'USER_ID'] }, { key: 'QUEUE_ID', id: 'q1' })).toEqual({
      ...FARM,
      queueIds: ['q1'],
      groupBy: ['USER_ID'],
    });
  });

  it('filters the fleets of chosen queues, and the usage without a fleet, as rows', () => {
    const fleet = { key: 'FLEET_ID' as const, id: 'f1' };
    const place = { ...FARM, queueIds: ['q1'] };
    expect(narrowed(place, [fleet])).toEqual({ ...place, filters: [fleet] });
    expect(narrowed(FARM, [fleet])).toEqual({ ...FARM, fleetIds: ['f1'] });
    expect(narrowed(FARM, [{ ...fleet, id: '' }])).toEqual({ ...FARM, filters: [{ ...fleet, id: '' }] });
  });

  it('replaces a value of the same key', () => {
    expect(narrowed({ ...FARM, filters: [USER, TYPE] }, [{ ...USER, id: 'john' }])?.filters).toEqual([
      TYPE,
      { ...USER, id: 'john' },
    ]);
  });
});

describe('the path', () => {
  const place: Place = {
    ...FARM,
    ...{ queueIds: ['q1', 'q2'], filters: [USER, { ...USER, id: 'john' }, TYPE], groupBy: ['INSTANCE_TYPE'] },
  };

  it('has a crumb for each key, which leads back to the grouping of that step', () => {
    const crumbs = crumbsOf(place);
    expect(crumbs.map(({ key, ids }) => [key, ids])).toEqual([
      ['QUEUE_ID', ['q1', 'q2']],
      ['USER_ID', ['maria', 'john']],
      ['INSTANCE_TYPE', ['c6i']],
    ]);
    expect(crumbs.map(({ upTo }) => upTo.groupBy)).toEqual([
      ['USER_ID'],
      ['INSTANCE_TYPE'],
      ['INSTANCE_TYPE'],
    ]);
    expect(crumbs[0]?.upTo).toEqual({ ...FARM, queueIds: ['q1', 'q2'], groupBy: ['USER_ID'] });
    expect(startOf(place)).toEqual(FARM);
  });

  it('loses one value or all values of a key, and nothing else', () => {
    const [queues, users] = crumbsOf(place);
    expect(queues?.without('q1')).toEqual({ ...place, queueIds: ['q2'] });
    expect(users?.without('john').filters).toEqual([USER, TYPE]);
    expect(users?.removed.filters).toEqual([TYPE]);
  });
});

it('counts what filters keep', () => {
  expect(filterText([USER, { ...USER, id: 'john' }, { ...TYPE, id: '' }])).toBe(
    '2 users and no instance type',
  );
  expect(filterText([TYPE, { ...TYPE, id: '' }])).toBe('1 instance type or none');
});

it('gives the reason why a second key can’t be chosen', () => {
  expect(secondKeyText([])).toBeUndefined();
  expect(secondKeyText([USER])).toBe('AWS groups by two keys, and the filter by user takes one');
  expect(secondKeyText([USER, JOB])).toBe(
    'AWS groups by two keys, and the filters by user and job take both',
  );
});

it('shows all again without the filters and the choice of some keys', () => {
  const place = { ...FARM, queueIds: ['q1'], filters: [USER, TYPE] };
  expect(withoutKeys(place, ['QUEUE_ID', 'USER_ID'])).toEqual({ ...FARM, filters: [TYPE] });
});

it('reports what AWS can’t answer of a link', () => {
  expect(answerable(['QUEUE_ID'], [USER])).toEqual({ groupBy: ['QUEUE_ID'], filters: [USER], sentences: [] });
  expect(answerable(['QUEUE_ID'], [USER, TYPE, JOB])).toEqual({
    groupBy: ['INSTANCE_TYPE'],
    filters: [USER, TYPE],
    sentences: [
      'AWS groups by at most two keys, so the filter by job in this link is ignored.',
      'AWS groups by at most two keys, and the filters in this link leave no room to group by queue. Grouping by instance type.',
    ],
  });
});
