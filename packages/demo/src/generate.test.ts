import { describe, expect, test } from 'vitest';
import { aimOf, generateDistrict } from './index.ts';

const options = {
  seed: 7,
  count: 12_000,
  lastYear: 2025,
  today: '2026-11-22',
  subdistricts: [
    { id: 'shazhou', name: '沙洲街道', weight: 3 },
    { id: 'nanyuan', name: '南苑街道', weight: 1 },
  ],
  parks: [{ id: 'xincheng', name: '新城科技园', weight: 1 }],
};
const district = generateDistrict(options);

describe('the demonstration district', () => {
  test('is the same for the same seed and another for another seed', () => {
    expect(generateDistrict({ ...options, count: 300 })).toEqual(generateDistrict({ ...options, count: 300 }));
    expect(generateDistrict({ ...options, count: 300, seed: 8 })).not.toEqual(
      generateDistrict({ ...options, count: 300 }),
    );
  });

  test('gives every enterprise a name and a code of its own, and says in the name that it is made up', () => {
    expect(new Set(district.map((one) => one.name)).size).toBe(district.length);
    expect(new Set(district.map((one) => one.creditCode)).size).toBe(district.length);
    expect(district.every((one) => one.name.endsWith('（演示）'))).toBe(true);
  });

  test('holds about as many valid 高企 and 科小 as the plan states for 2020 and 2023', () => {
    for (const year of [2020, 2023] as const) {
      const hnte = district.filter((one) =>
        one.honours.some(
          (h) => h.kind === 'hnte' && h.issuedOn <= `${year}-12-31` && (h.expiresOn ?? '') >= `${year}-12-31`,
        ),
      ).length;
      const techSme = district.filter((one) => one.honours.some((h) => h.kind === 'techSme' && h.year === year)).length;
      expect(Math.abs(hnte / aimOf('hnte', year) - 1)).toBeLessThan(0.05);
      expect(Math.abs(techSme / aimOf('techSme', year) - 1)).toBeLessThan(0.05);
    }
  });

  test('issues nothing after today', () => {
    expect(district.every((one) => one.honours.every((honour) => honour.issuedOn <= options.today))).toBe(true);
    expect(district.some((one) => one.honours.some((honour) => honour.year === 2026))).toBe(true);
  });

  test('never states impossible figures', () => {
    for (const { facts } of district.flatMap((one) => one.statements)) {
      const at = (fact: string) => Number(facts[fact] ?? 0);
      expect(at('techStaff')).toBeLessThanOrEqual(at('staff'));
      expect(at('highTechIncome')).toBeLessThanOrEqual(at('totalIncome'));
      expect(at('revenue')).toBeGreaterThanOrEqual(0);
    }
  });
});
