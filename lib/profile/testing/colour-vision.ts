import { linear, type Rgb } from './contrast';

/** Machado, Oliveira and Fernandes 2009: linear RGB as people with each kind of vision see it. */
export const VISIONS: Record<string, [Rgb, Rgb, Rgb]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Linear RGB, 0–1, as a kind of vision sees a colour. */
export const seenBy = (vision: [Rgb, Rgb, Rgb], colour: Rgb): Rgb => {
  const own = linear(colour);
  return vision.map((row) => {
    const sum = row.reduce((all, part, i) => all + part * (own[i] ?? 0), 0);
    return Math.min(1, Math.max(0, sum));
  }) as Rgb;
};
