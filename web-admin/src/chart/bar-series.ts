/** One colour of the bars: a value for each label. */
export interface BarSeries {
  name: string;
  values: readonly number[];
  /** The token of its colour, such as `--brand` */
  colour: `--${string}`;
}
