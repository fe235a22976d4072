// @vitest-environment node
/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Theme = 'light' | 'dark';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [lightBlock = '', darkBlock = ''] = css.split("[data-theme='dark']");
const colours: Record<Theme, Map<string, string>> = { light: read(lightBlock), dark: read(darkBlock) };

function read(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[\da-f]+);/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const long = hex.length === 4 ? hex.replace(/[\da-f]/g, '$&$&') : hex;
  const digits = long.match(/[\da-f]{2}/g) ?? [];
  const [r = 0, g = 0, b = 0] = digits.map((pair) => {
    const value = parseInt(pair, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(theme: Theme, one: string, other: string): number {
  const [brighter = 0, darker = 0] = [one, other]
    .map((name) => luminance(colours[theme].get(name) ?? ''))
    .sort((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

const rules: [minimum: number, foreground: string, backgrounds: string[]][] = [
  [7, 'ink', ['paper', 'surface', 'mark']],
  [7, 'soft', ['paper', 'surface']],
  [4.5, 'soft', ['brand-wash', 'mark']],
  [4.5, 'faint', ['paper', 'surface']],
  [4.5, 'brand', ['paper', 'surface', 'brand-wash']],
  [4.5, 'on-brand', ['brand', 'brand-strong']],
  [4.5, 'on-record', ['record']],
  [4.5, 'record', ['surface', 'record-wash']],
  [4.5, 'ok', ['paper', 'surface', 'ok-wash']],
  [4.5, 'wait', ['paper', 'surface', 'wait-wash']],
  [3, 'edge', ['paper', 'surface']],
];

const pairs = (['light', 'dark'] as const).flatMap((theme) =>
  rules.flatMap(([minimum, foreground, backgrounds]) =>
    backgrounds.map((background) => [theme, foreground, background, minimum] as const),
  ),
);

describe('contrast of the tokens', () => {
  it.each(pairs)('%s: %s on %s reaches %d:1', (theme, foreground, background, minimum) => {
    expect(contrast(theme, foreground, background)).toBeGreaterThanOrEqual(minimum);
  });
});
