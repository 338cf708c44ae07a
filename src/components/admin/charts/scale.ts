/** Round values from 0 to at least `max`, about `count` steps apart: what an axis of counts shows. */
export function ticksTo(max: number, count = 4): number[] {
  const rough = Math.max(1, max) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  // Counts have no halves.
  const steps = roundSteps.map((round) => round * power).filter(Number.isInteger);
  const step = steps.find((candidate) => candidate >= rough) ?? 1;
  return Array.from({ length: Math.ceil(Math.max(1, max) / step) + 1 }, (_, index) => index * step);
}

/** A share of 100, with two decimals: what is written into the SVG. */
export function percentOf(value: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((value / whole) * 10_000) / 100;
}

const roundSteps = [1, 2, 2.5, 5, 10];
