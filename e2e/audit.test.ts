import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, keepPicture, overflows, settle } from './checks.ts';
import { type DemoSite, PHONE, startDemoSite, WIDE } from './demo-site.ts';

let site: DemoSite;

beforeAll(async () => {
  site = await startDemoSite(20);
});
afterAll(() => site?.close());

describe('the audit trail', () => {
  it('is whole, and says so', async () => {
    const page = await site.pageOf('demo-audit');
    await page.goto(`${site.url}/audit`);
    await page.getByRole('button', { name: '校验完整性' }).click();
    await page
      .getByRole('status')
      .getByText(/^完整：[\d,]+ 条记录前后相连$/)
      .waitFor();
  });

  it('is narrowed by what was done and by whom, in the address', async () => {
    const page = await site.pageOf('demo-audit');
    await page.goto(`${site.url}/audit`);
    await settle(page);
    await page.getByLabel('操作', { exact: true }).selectOption({ label: '登录与退出' });
    await page.waitForURL(/action=session/);
    await page.locator('tbody').getByRole('link', { name: 'demo-audit', exact: true }).first().click();
    await page.waitForURL(/actor=demo-audit/);
    await expect
      .poll(async () => new Set(await page.locator('td[data-label="操作人"]').allInnerTexts()))
      .toEqual(new Set(['demo-audit']));
    expect(new Set(await page.locator('td[data-label="操作"]').allInnerTexts())).toEqual(new Set(['登录']));
    await page.getByRole('button', { name: '清除筛选' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('');
    await expect.poll(() => page.getByLabel('操作人', { exact: true }).inputValue()).toBe('');
  });

  it('is not for district staff', async () => {
    const page = await site.pageOf('demo-staff');
    await page.goto(`${site.url}/audit`);
    await page.getByText('没有权限查看或操作此内容').waitFor();
  });
});

it.each([
  ['wide', WIDE],
  ['phone', PHONE],
])('on a %s screen the trail is free of WCAG 2.1 AA faults and fits, verified and dark too', async (name, size) => {
  const page = await site.pageOf('demo-audit', size);
  const faults: string[] = [];
  for (const look of ['light', 'dark']) {
    await page.addInitScript((chosen) => localStorage.setItem('forest.appearance', chosen), look);
    await page.goto(`${site.url}/audit`);
    await page.getByRole('button', { name: '校验完整性' }).click();
    await page.getByText('前后相连').last().waitFor();
    await settle(page);
    faults.push(...(await accessibilityFaults(page)));
    if (await overflows(page)) faults.push('wider than the window');
    await keepPicture(page, `${name}-${look}-audit`);
  }
  expect(faults).toEqual([]);
  expect(site.errors).toEqual([]);
});
