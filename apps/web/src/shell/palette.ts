/** Every colour of the interface, once. The page gets them as CSS variables, antd as tokens; a test checks contrast. */
export interface Palette {
  ink: string;
  muted: string;
  paper: string;
  ground: string;
  line: string;
  lineStrong: string;
  hover: string;
  accent: string;
  onAccent: string;
  accentSoft: string;
  good: string;
  goodSoft: string;
  warn: string;
  warnSoft: string;
  bad: string;
  badSoft: string;
  unknown: string;
  unknownSoft: string;
}

export const light: Palette = {
  ink: '#1a211d',
  muted: '#56615b',
  paper: '#ffffff',
  ground: '#f4f6f5',
  line: '#e1e6e3',
  lineStrong: '#838e88',
  hover: '#f0f4f2',
  accent: '#1e6a45',
  onAccent: '#ffffff',
  accentSoft: '#e6f1eb',
  good: '#1c7244',
  goodSoft: '#e7f4ec',
  warn: '#865100',
  warnSoft: '#fcf1dd',
  bad: '#b0261d',
  badSoft: '#fcebe9',
  unknown: '#566069',
  unknownSoft: '#edf0f2',
};

export const dark: Palette = {
  ink: '#e4eae6',
  muted: '#a5b0aa',
  paper: '#171c19',
  ground: '#0f1311',
  line: '#2b332f',
  lineStrong: '#7b8780',
  hover: '#1f2622',
  accent: '#68c092',
  onAccent: '#07140d',
  accentSoft: '#1b3226',
  good: '#6cc795',
  goodSoft: '#17301f',
  warn: '#e2ad58',
  warnSoft: '#342711',
  bad: '#f2958c',
  badSoft: '#3a1a17',
  unknown: '#abb5bd',
  unknownSoft: '#262c31',
};

/** `accentSoft` → `--accent-soft`. */
export function cssVariables(palette: Palette): [string, string][] {
  return Object.entries(palette).map(([name, colour]) => [
    `--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`,
    colour,
  ]);
}

/** WCAG 2.1 contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
