import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

const colours = process.stdout.isTTY && process.env.NO_COLOR === undefined;

/** Colours and weight for a terminal; plain text for a file or a pipe. */
export function styled(style: Style, text: string): string {
  return colours ? styleText(style, text) : text;
}
