import { percentOf, ticksTo } from './scale.ts';

/** Heights in pixels; widths are shares of the place that there is. */
const plot = { top: 20, height: 180 };

/** The room that a label takes, in pixels, and the narrowest places: a phone, and what is no phone. */
const labelWidth = 36;
const widths = { narrow: 300, wide: 640 };

/**
 * Where everything of a column chart stands: side by side for each period one column of each series, of a height
 * that its value tells, over lines at round values.
 */
export function layOutColumns(values: readonly (readonly number[])[]) {
  const ticks = ticksTo(Math.max(0, ...values.flat()));
  const top = ticks.at(-1) ?? 1;
  const heightOf = (value: number) => Math.round((value / top) * plot.height * 10) / 10;
  const yOf = (value: number) => Math.round((plot.top + plot.height - heightOf(value)) * 10) / 10;
  const places = placeLabels(values.length);
  return {
    base: plot.top + plot.height,
    ticks: ticks.map((value) => ({ value, y: yOf(value) })),
    periods: values.map((series, index) => ({
      middle: percentOf(index + 0.5, values.length),
      label: places[index] ?? 'hidden',
      columns: series.map((value, place) => ({
        x: percentOf(index + 0.15 + (0.7 / series.length) * place, values.length),
        width: percentOf((0.7 / series.length) * 0.9, values.length),
        y: yOf(value),
        height: heightOf(value),
      })),
    })),
  };
}

/** Which labels have room: `always`, on `wide` places only, or never. The last one always has. */
export function placeLabels(count: number): LabelPlace[] {
  const wide = stepFor(count, widths.wide);
  // A multiple, so that a narrow place shows some of the labels of a wide one.
  const narrow = wide * Math.ceil(stepFor(count, widths.narrow) / wide);
  return Array.from({ length: count }, (_, index) => {
    const fromLast = count - 1 - index;
    if (fromLast % narrow === 0) return 'always';
    return fromLast % wide === 0 ? 'wide' : 'hidden';
  });
}

function stepFor(count: number, width: number): number {
  return Math.max(1, Math.ceil((count * labelWidth) / width));
}

type LabelPlace = 'always' | 'wide' | 'hidden';
