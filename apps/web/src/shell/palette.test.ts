import { describe, expect, it } from 'vitest';
import { contrast, cssVariables, dark, light } from './palette.ts';

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s palette', (_, palette) => {
  const text = ['ink', 'muted', 'accent', 'good', 'warn', 'bad', 'unknown'] as const;

  it.each(text)('writes %s on paper, ground and hover with at least 4.5 : 1', (name) => {
    for (const back of [palette.paper, palette.ground, palette.hover])
      expect(contrast(palette[name], back)).toBeGreaterThanOrEqual(4.5);
  });

  it('writes each status on its own soft ground with at least 4.5 : 1', () => {
    expect(contrast(palette.accent, palette.accentSoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.good, palette.goodSoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.warn, palette.warnSoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.bad, palette.badSoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.unknown, palette.unknownSoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(4.5);
  });

  it('draws the borders of controls with at least 3 : 1', () => {
    expect(contrast(palette.lineStrong, palette.paper)).toBeGreaterThanOrEqual(3);
  });
});

it('names CSS variables after the palette', () => {
  expect(cssVariables(light)).toContainEqual(['--accent-soft', light.accentSoft]);
});
