const notation = /^(-?)(?:(?:(\d+):)?([0-5]?\d):([0-5]?\d(?:\.\d+)?)|(\d+(?:\.\d+)?))$/;

/**
 * Reads a time as seconds (`8.1`) or as a clock shows it (`mm:ss.mmm`, `hh:mm:ss.mmm`).
 * @returns seconds, negative ones included; undefined when `text` is no time.
 */
export function parseTime(text: string): number | undefined {
  const match = notation.exec(text);
  if (match === null) return undefined;
  const [, sign, hours = '0', minutes = '0', seconds, secondsAlone] = match;
  const value = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? secondsAlone);
  return sign === '-' ? -value : value;
}
