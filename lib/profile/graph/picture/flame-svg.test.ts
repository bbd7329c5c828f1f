import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree } from '../../testing/arbitrary-tree';
import { elementsOf, parsedXml, type XmlElement } from '../../testing/parse-xml';
import { callTree } from '../../testing/text';
import { samplesOf } from '../../transform/screen';
import { cssFill } from '../fill';
import { foldFrames } from '../fold-frames';
import { inkWidth } from '../frame-size';
import { type FlameSvg, flameSvg } from './flame-svg';
import type { SvgFrame } from './svg-graph';

const FILL = cssFill('slot0', { light: '#e6c0ad', dark: '#674737' });

const frame = (change: Partial<SvgFrame>): SvgFrame => ({
  ...{ x: 0, width: 1, row: 0, label: 'main', tooltip: 'main: all', fill: FILL },
  ...change,
});

const PICTURE: FlameSvg = {
  title: 'shop · Flame graph',
  lines: ['24 Nov 2026, 13:00 – 14:00 UTC · RUNNABLE · 100 samples'],
  graphs: [
    {
      frames: [
        frame({}),
        frame({ row: 1, width: 0.25, label: 'parse' }),
        frame({ row: 1, x: 0.25, width: 0.5, label: 'render' }),
      ],
      rootOnTop: true,
    },
  ],
  legend: [{ fill: FILL, label: 'no package 100.0 %' }, { label: '3 more 0.1 %' }],
  scheme: 'light',
  graphPx: 1000,
};

const drawn = (picture: Partial<FlameSvg>) => parsedXml(flameSvg({ ...PICTURE, ...picture }));
const framesOf = (svg: XmlElement) =>
  elementsOf(svg, 'g').filter(({ attributes }) => attributes.class === 'frame');
const numbersOf = (element: XmlElement, ...names: string[]) =>
  names.map((name) => Number(element.attributes[name]));
const boxOf = (element: XmlElement) =>
  numbersOf(elementsOf(element, 'rect')[0] ?? element, 'x', 'y', 'width');
const textsOf = (svg: XmlElement) => elementsOf(svg, 'text').map(({ text }) => text);

describe('flameSvg', () => {
  it('shows title, lines, frames and legend from top to bottom', () => {
    const svg = drawn({});
    expect(elementsOf(svg, 'title')[0]?.text).toBe(PICTURE.title);
    expect(textsOf(svg)).toEqual([
      PICTURE.title,
      ...PICTURE.lines,
      ...['main', 'parse', 'render'],
      ...['no package 100.0 %', '3 more 0.1 %'],
    ]);
    expect(framesOf(svg).map(boxOf)).toEqual([
      [0, 0, 999],
      [0, 20, 249],
      [250, 20, 499],
    ]);
    const [width, height] = numbersOf(svg, 'width', 'height');
    expect([width, svg.attributes.viewBox]).toEqual([1032, `0 0 1032 ${height}`]);
  });

  it('is standalone, without references or scripts', () => {
    const text = flameSvg(PICTURE);
    expect(text).not.toMatch(/<(script|style|image|use|foreignObject)|href|url\(|@import|light-dark/);
    expect(text.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
  });

  it('can put the root at the bottom or omit it', () => {
    const [graph] = PICTURE.graphs;
    if (!graph) throw new Error('no graph');
    const ysOf = (change: object) =>
      framesOf(drawn({ graphs: [{ ...graph, ...change }] })).map((each) => boxOf(each)[1]);
    expect(ysOf({ rootOnTop: false })).toEqual([20, 0, 0]);
    expect(ysOf({ rootOnTop: false, withoutRoot: true })).toEqual([0, 0]);
    expect(ysOf({ withoutRoot: true })).toEqual([0, 0]);
  });

  it('uses the colours of one scheme', () => {
    const fillOf = (scheme: FlameSvg['scheme']) =>
      elementsOf(framesOf(drawn({ scheme }))[0] ?? drawn({}), 'rect')[0]?.attributes.fill;
    expect([fillOf('light'), fillOf('dark')]).toEqual(['#e6c0ad', '#674737']);
  });

  it('clips labels to their frames and omits them from narrow ones', () => {
    const label = 'a_rather_long_name_of_a_function';
    const widths = [0.2, 0.05, 0.03].map((width, place) => frame({ row: 1, x: place / 4, width, label }));
    const svg = drawn({ graphs: [{ frames: [frame({}), ...widths], rootOnTop: true }] });
    expect(framesOf(svg).flatMap(textsOf)).toEqual(['main', 'a_rather_long_name_of_a_func…', 'a_rat…']);
    expect(
      framesOf(svg).flatMap((each) => elementsOf(each, 'svg').map((clip) => clip.attributes.width)),
    ).toEqual(['999.00', '199.00', '49.00']);
  });

  it('escapes any name', () => {
    const name = '<script>alert("1 & 2")</script>\u0000\u001b[31m\ud800\uffff ]]> \u202e👩‍👩‍👧';
    const svg = drawn({
      title: name,
      lines: [name],
      legend: [{ label: name }],
      graphs: [{ caption: name, frames: [frame({ label: name, tooltip: name })], rootOnTop: true }],
    });
    const shown = '<script>alert("1 & 2")</script>␀␛[31m�� ]]> \u202e👩‍👩‍👧';
    expect(framesOf(svg).map((each) => elementsOf(each, 'title')[0]?.text)).toEqual([shown]);
    expect(textsOf(svg)).toEqual([shown, shown, shown, shown, shown]);
  });

  it('is well-formed with any text, and labels fit into their frames', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(anyText, anyText, fc.integer({ min: 1, max: 400 }), (label, tooltip, px) => {
        const width = px / 1000;
        const svg = drawn({
          title: tooltip,
          graphs: [{ frames: [frame({ label, tooltip, width })], rootOnTop: true }],
        });
        const text = framesOf(svg).flatMap(textsOf).join('');
        expect([...text].length * 6.62).toBeLessThanOrEqual(Math.max(px, 0));
      }),
      { numRuns: 120 },
    );
  });

  it('draws callees inside their caller, as wide as their totals', () => {
    const tree = callTree(`
      main 10
        parse 30
        render 20
          paint 40
    `);
    expect(widthsOf(tree)).toEqual([999, 999, 299, 599, 399]);
  });

  it('draws every frame inside its caller', () => {
    fc.assert(
      fc.property(arbitraryTree, (any) => {
        const samples = { total: samplesOf(any, any.states), self: samplesOf(any, any.states, 'self') };
        const frames = foldFrames(any, samples, { focus: 0, px: 1000 });
        const boxes = framesOf(drawn({ graphs: [graphOf(frames)] })).map(boxOf);
        for (const [index, { parent, samples: counted }] of frames.entries()) {
          const [x = 0, y = 0, width = 0] = boxes[index] ?? [];
          if (parent < 0) continue;
          expect(width).toBeCloseTo(inkWidth((1000 * counted) / (samples.total[0] ?? 0)), 1);
          const [parentX = 0, parentY = 0] = boxes[parent] ?? [];
          // Its place: the gap after a narrow frame is smaller than that after its caller.
          const parentWidth = 1000 * (frames[parent]?.width ?? 0);
          expect(y).toBe(parentY + 20);
          expect(x).toBeGreaterThanOrEqual(parentX - 0.011);
          expect(x + width).toBeLessThanOrEqual(parentX + parentWidth + 0.021);
        }
      }),
      { numRuns: 60 },
    );
  });
});

const graphOf = (frames: ReturnType<typeof foldFrames>) => ({
  frames: frames.map(({ x, width, row }) => frame({ x, width, row })),
  rootOnTop: true,
});

function widthsOf(tree: ReturnType<typeof callTree>) {
  const samples = { total: samplesOf(tree, tree.states), self: samplesOf(tree, tree.states, 'self') };
  const graph = graphOf(foldFrames(tree, samples, { focus: 0, px: 1000 }));
  return framesOf(drawn({ graphs: [graph] })).map((each) => boxOf(each)[2]);
}
