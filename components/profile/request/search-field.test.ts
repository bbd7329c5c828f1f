import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { searchField } from './search-field';

/** Callbacks that wait for the next paint. */
let frames: (() => void)[] = [];

beforeEach(() => {
  frames = [];
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', (id: number) => {
    frames[id - 1] = () => undefined;
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const paint = () => {
  for (const callback of frames.splice(0)) callback();
  vi.advanceTimersByTime(0);
};

/** A field with the texts that it showed and those that were applied. */
function recorded() {
  const field = searchField('');
  const shown: string[] = [];
  const applied: string[] = [];
  field.subscribe(() => shown.push(field.text()));
  return { field, shown, applied, type: (text: string) => field.type(text, (each) => applied.push(each)) };
}

it('shows a text at once, and applies it after the paint', () => {
  const { shown, applied, type } = recorded();
  type('order');
  expect([shown, applied]).toEqual([['order'], []]);
  paint();
  expect([shown, applied]).toEqual([['order'], ['order']]);
});

it('applies only the last of the texts typed before a paint', () => {
  const { shown, applied, type } = recorded();
  type('o');
  type('or');
  paint();
  expect([shown, applied]).toEqual([['o', 'or'], ['or']]);
});

it('applies a text even when the browser paints nothing', () => {
  const { applied, type } = recorded();
  type('order');
  vi.advanceTimersByTime(1000);
  expect(applied).toEqual(['order']);
});

it('keeps a typed text while an earlier one is applied, and otherwise follows the URL', () => {
  const { field, type } = recorded();
  type('order');
  field.follow('earlier');
  expect(field.text()).toBe('order');
  paint();
  field.follow('from a link');
  expect(field.text()).toBe('from a link');
});

it('applies nothing once its panel is gone', () => {
  const { field, applied, type } = recorded();
  type('order');
  field.leave();
  paint();
  vi.advanceTimersByTime(1000);
  expect(applied).toEqual([]);
});
