import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(path.join(os.tmpdir(), 'forest-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Finished {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the real program in a process of its own, as a shell would. */
function forest(...words: string[]): Promise<Finished> {
  return new Promise((resolve) => {
    const main = path.join(import.meta.dirname, 'main.ts');
    const child = execFile(process.execPath, [main, ...words], (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

function factsFile(name: string, facts: unknown): string {
  const file = path.join(folder, name);
  writeFileSync(file, typeof facts === 'string' ? facts : JSON.stringify(facts));
  return file;
}

/** HNTE-X1 of the worked examples. */
const passing = {
  enterprise: {
    registrationDate: '2015-01-01',
    techField: '电子信息',
    classOneIp: 0,
    classTwoIp: 6,
    ownDevelopedIp: 6,
    hasMajorAccident: false,
    hasEnvironmentViolation: false,
    hasResearchAbroad: false,
    scoreA1: 7,
    scoreA2: 7,
    scoreA3: 6,
    scoreA4: 5,
    scoreA5: 0,
    scoreB: 27,
    scoreC1: 4,
    scoreC2: 4,
    scoreC3: 4,
    scoreC4: 4,
    scoreD1: 8,
    scoreD2: 7,
  },
  years: {
    2021: { sales: 2000, rd: 110, totalAssets: 800, totalLiabilities: 0, transformations: 5 },
    2022: { sales: 2700, rd: 140, totalAssets: 1000, totalLiabilities: 0, transformations: 5 },
    2023: {
      sales: '3600 万元',
      rd: 190,
      totalAssets: 1300,
      totalLiabilities: 0,
      transformations: 6,
      staffAverage: 80,
      techStaffAverage: 12,
      highTechIncome: 2400,
      totalIncome: 3650,
    },
  },
};

describe('forest judge', () => {
  test('answers in JSON with verdict, score interval and every criterion', async () => {
    const { code, stdout } = await forest(
      'judge',
      'hnte',
      '--facts',
      factsFile('x1.json', passing),
      '--as-of',
      '2024-06-01',
      '--json',
    );
    const answer = JSON.parse(stdout) as {
      verdict: string;
      score: unknown;
      criteria: { id: string; verdict: string; actual: number }[];
    };
    expect(code).toBe(0);
    expect(answer.verdict).toBe('met');
    expect(answer.score).toMatchObject({ min: 83, max: 83 });
    expect(answer.criteria.map((one) => one.id)).toEqual(Array.from({ length: 9 }, (_, i) => `HNTE-0${i + 1}`));
    expect(answer.criteria[4]!.actual).toBeCloseTo(440 / 8300, 10);
  });

  test('names the gap and the missing inputs of one that is not there yet', async () => {
    const { years } = {
      years: { 2021: { sales: 3000, rd: 180 }, 2022: { sales: 4500, rd: 200 }, 2023: { sales: 5000, rd: 200 } },
    };
    const { stdout } = await forest(
      'judge',
      'hnte',
      '--facts',
      factsFile('x2.json', { enterprise: {}, years }),
      '--as-of',
      '2024-06-01',
      '--json',
    );
    const answer = JSON.parse(stdout) as {
      verdict: string;
      criteria: { id: string; verdict: string; gap: number; missing: { fact: string; year: number | null }[] }[];
    };
    expect(answer.verdict).toBe('not_met');
    expect(answer.criteria[4]).toMatchObject({ id: 'HNTE-05', verdict: 'not_met', missing: [] });
    expect(answer.criteria[4]!.gap).toBeCloseTo(0.05 - 580 / 12500, 10);
    expect(answer.criteria[3]!.missing).toContainEqual({ fact: 'techStaffAverage', year: 2023 });
  });

  test('refuses a fact that nobody knows, naming the nearest, with exit code 3', async () => {
    const file = factsFile('typo.json', { enterprise: {}, years: { 2023: { salse: 1 } } });
    const { code, stderr } = await forest('judge', 'hnte', '--facts', file, '--as-of', '2024-06-01');
    expect(code).toBe(3);
    expect(stderr).toContain('salse');
    expect(stderr).toContain('sales');
  });

  test('refuses broken JSON, a missing file and an unknown rule, each with one sentence and no stack', async () => {
    for (const words of [
      ['hnte', '--facts', factsFile('broken.json', '{"years": ')],
      ['hnte', '--facts', path.join(folder, 'nowhere.json')],
      ['hnt', '--facts', factsFile('empty.json', {})],
    ]) {
      const { code, stderr } = await forest('judge', ...words);
      expect(code).toBe(3);
      expect(stderr).not.toContain('    at ');
    }
  });

  test('answers a wrong command with exit code 2', async () => {
    expect((await forest('judge', 'hnte')).code).toBe(2);
  });
});

describe('forest rules and content', () => {
  test('list the facts that a rule reads with unit and years', async () => {
    const { stdout } = await forest('rules', 'facts', 'hnte', '--as-of', '2024-06-01', '--json');
    const facts = JSON.parse(stdout) as { fact: string; unit: string; years: number[] }[];
    expect(facts.find((one) => one.fact === 'rd')).toMatchObject({ unit: '万元', years: [2021, 2022, 2023] });
  });

  test('the content that ships has no problem', async () => {
    const { code, stdout } = await forest('content', 'check', '--json');
    expect((JSON.parse(stdout) as { diagnostics: unknown[] }).diagnostics).toEqual([]);
    expect(code).toBe(0);
  });
});
