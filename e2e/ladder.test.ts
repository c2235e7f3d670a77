import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, keepPicture, overflows, settle } from './checks.ts';
import { type DemoSite, PHONE, startDemoSite, WIDE } from './demo-site.ts';

let site: DemoSite;

beforeAll(async () => {
  site = await startDemoSite();
});
afterAll(() => site?.close());

/** `共 1,234 条` → 1234. */
async function totalOf(page: Page): Promise<number> {
  const text = (await page.locator('.pager-total').textContent()) ?? '';
  return Number(text.replace(/\D/g, ''));
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(site.url + path);
  await settle(page);
}

describe('the board', () => {
  it('opens from every number exactly as many rows as it says', async () => {
    const page = await site.pageOf('demo-staff');
    await open(page, '/ladder');
    const numbers = await page.locator('.board tbody td a').evaluateAll((links) =>
      links.map((link) => ({
        href: link.getAttribute('href') ?? '',
        said: Number(link.textContent?.replace(',', '')),
      })),
    );
    expect(numbers.length).toBeGreaterThan(30);
    // A list's address is also its question to the server, so that every number can be asked.
    for (const { href, said } of numbers) {
      const answer = await page.request.get(`${site.url}/api/v1/ladder${href}`);
      expect(((await answer.json()) as { total: number }).total, href).toBe(said);
    }
    for (const kind of ['held', 'met', 'near']) {
      await open(page, '/ladder');
      const link = page.locator(`.board tbody td.${kind} a`).first();
      const said = Number((await link.innerText()).replace(',', ''));
      await link.click();
      await page.waitForURL(/verdicts|near-misses/);
      await expect.poll(() => totalOf(page)).toBe(said);
    }
  });

  it('leads from a park to its parts and back', async () => {
    const page = await site.pageOf('demo-staff');
    await open(page, '/ladder');
    await page.locator('.board').getByRole('link', { name: '建邺高新区', exact: true }).click();
    await page.waitForURL(/unit=/);
    await page.getByRole('rowheader', { name: '新城科技园' }).waitFor();
    await page.getByRole('link', { name: /^返回/ }).click();
    await page.getByRole('rowheader', { name: '生态科技岛' }).waitFor();
  });

  it('shows the officer of a park the own units only', async () => {
    const page = await site.pageOf('demo-officer');
    await open(page, '/ladder');
    const units = await page.locator('.board tbody').getByRole('rowheader').allInnerTexts();
    expect(units).toEqual(['建邺高新区', '新城科技园', '江东商贸区', '中央商务区']);
    const staff = await site.pageOf('demo-staff');
    await open(staff, '/verdicts?rule=hnte');
    await open(page, '/verdicts?rule=hnte');
    expect(await totalOf(page)).toBeGreaterThan(0);
    expect(await totalOf(page)).toBeLessThan(await totalOf(staff));
  });

  it('shows one tier at a time on a phone, by choice', async () => {
    const page = await site.pageOf('demo-staff', PHONE);
    await open(page, '/ladder');
    const shown = page.locator('.board thead th[colspan]:visible');
    expect(await shown.allInnerTexts()).toEqual(['高新技术企业']);
    await page.getByLabel('梯队', { exact: true }).selectOption({ label: '瞪羚企业' });
    await page.waitForURL(/tier=gazelle/);
    expect(await shown.allInnerTexts()).toEqual(['瞪羚企业']);
    await page.reload();
    await settle(page);
    expect(await shown.allInnerTexts()).toEqual(['瞪羚企业']);
  });
});

describe('near-misses', () => {
  it('keep their filters through reload and back', async () => {
    const page = await site.pageOf('demo-staff');
    await open(page, '/near-misses');
    const all = await totalOf(page);
    await page.getByLabel('未达标条件').selectOption('HNTE-05');
    await page.waitForURL(/criterion=HNTE-05/);
    await expect.poll(() => totalOf(page)).toBeLessThan(all);
    const short = await totalOf(page);
    await page.getByLabel('已持有', { exact: true }).selectOption({ label: '仅看未持有' });
    await page.waitForURL(/held=false/);
    await expect.poll(() => totalOf(page)).toBeLessThan(short);
    const narrowed = await totalOf(page);
    await page.reload();
    await settle(page);
    expect(await totalOf(page)).toBe(narrowed);
    await expect.poll(() => page.getByLabel('未达标条件').inputValue()).toBe('HNTE-05');
    await expect.poll(() => page.getByLabel('已持有', { exact: true }).inputValue()).toBe('false');
    await page.goBack();
    await page.goBack();
    await expect.poll(() => totalOf(page)).toBe(all);
    await expect.poll(() => page.getByLabel('未达标条件').inputValue()).toBe('');
  });

  it('stand in the order of effort, say what would help, and lead to the rule in the dossier', async () => {
    const page = await site.pageOf('demo-staff');
    await open(page, '/near-misses?rule=hnte&criterion=HNTE-05&withinPercent=60&pageSize=100');
    const efforts = await page.locator('td[data-label="差距"]').allInnerTexts();
    const numbers = efforts.filter((one) => one !== '—').map((one) => Number.parseFloat(one));
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(await page.locator('td[data-label="差在哪里"]').first().innerText()).toMatch(/再(增加|减少) .*即达标/);
    await page.getByRole('rowheader').first().getByRole('link').click();
    await page.waitForURL(/rule=hnte#rule-hnte$/);
    const detail = page.locator('#rule-hnte');
    await detail.getByRole('heading', { name: '高新技术企业认定' }).waitFor();
    await expect.poll(async () => (await detail.boundingBox())!.y).toBeLessThan(200);
  });
});

describe('censuses', () => {
  it('are started and watched by staff', async () => {
    const page = await site.pageOf('demo-staff');
    await open(page, '/censuses');
    const before = await page.locator('tbody tr').count();
    await page.getByRole('button', { name: '启动普查' }).click();
    await page.getByRole('status').getByText('普查已完成').waitFor({ timeout: 30_000 });
    await expect.poll(() => page.locator('tbody tr').count()).toBe(before + 1);
    expect(await page.locator('tbody tr').first().innerText()).toContain('demo-staff');
  });

  it('are refused to a leader with the reason', async () => {
    const page = await site.pageOf('demo-leader');
    await open(page, '/censuses');
    const run = page.getByRole('button', { name: '启动普查' });
    expect(await run.getAttribute('aria-disabled')).toBe('true');
    await run.focus();
    await page.getByRole('tooltip', { name: '您的角色不能启动普查' }).waitFor();
  });
});

describe('movement', () => {
  it('narrows to the rows of a count that is pressed', async () => {
    const page = await site.pageOf('demo-staff');
    await open(page, '/movement');
    const count = page.getByRole('button', { name: /^高新技术企业认定 进入/ });
    const said = Number((await count.innerText()).replace(',', ''));
    await count.click();
    await page.waitForURL(/rule=hnte&kind=entered|kind=entered.*rule=hnte/);
    await expect.poll(() => totalOf(page)).toBe(said);
  });
});

describe.each([
  ['wide', WIDE],
  ['phone', PHONE],
])('on a %s screen', (name, size) => {
  const paths = ['/ladder', '/near-misses', '/verdicts', '/calendar', '/movement', '/censuses'];
  it.each(['light', 'dark'])('every page of the ladder, %s, is free of WCAG 2.1 AA faults and fits', async (look) => {
    const page = await site.pageOf(look === 'light' ? 'demo-staff' : 'demo-leader', size);
    await page.addInitScript((chosen) => localStorage.setItem('forest.appearance', chosen), look);
    const faults: Record<string, string[]> = {};
    for (const path of paths) {
      await open(page, path);
      const found = await accessibilityFaults(page);
      if (await overflows(page)) found.push('wider than the window');
      if (found.length) faults[path] = found;
      await keepPicture(page, `${name}-${look}${path.replace(/\W+/g, '_')}`);
    }
    expect(faults).toEqual({});
    expect(site.errors).toEqual([]);
  });
});
