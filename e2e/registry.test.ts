import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settle } from './checks.ts';
import { type DemoSite, PHONE, startDemoSite } from './demo-site.ts';

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

describe('signing in', () => {
  it('asks who it is, refuses a wrong password in words, and leads on to the page that was asked for', async () => {
    const page = await site.pageOf('demo-staff');
    await page.context().clearCookies();
    await page.goto(`${site.url}/enterprises?q=${encodeURIComponent('南京')}`);
    await page.waitForURL('**/sign-in?**');
    await page.getByText('演示数据', { exact: true }).waitFor();
    await page.getByLabel('用户名').fill('demo-staff');
    await page.getByLabel('密码').fill('wrong');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: '科技局工作人员' }).click();
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.waitForURL(/enterprises\?q=/);
    await page.getByRole('heading', { level: 1, name: '企业' }).waitFor();
  });

  it('never leads to another site', async () => {
    const page = await site.pageOf('demo-staff');
    await page.goto(`${site.url}/sign-in?to=${encodeURIComponent('//example.com/')}`);
    await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
    expect(new URL(page.url()).origin).toBe(site.url);
  });
});

describe('the enterprise list', () => {
  it('keeps filter, sorting and page in the address, and back works', async () => {
    const page = await site.pageOf('demo-staff');
    await page.goto(`${site.url}/enterprises`);
    await settle(page);
    const all = await totalOf(page);
    await page.getByRole('button', { name: '持有资质' }).click();
    await page.getByLabel('高新技术企业', { exact: true }).check();
    await page.waitForURL(/holds=hnte/);
    await expect.poll(() => totalOf(page)).toBeLessThan(all);
    expect(await totalOf(page)).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '营业收入' }).click();
    await page.waitForURL(/sort=revenue/);
    await page.getByRole('columnheader', { name: '营业收入' }).and(page.locator('[aria-sort=ascending]')).waitFor();
    await page.goBack();
    await page.goBack();
    await expect.poll(() => totalOf(page)).toBe(all);
    expect(new URL(page.url()).search).toBe('');
  });

  it('shows a service officer only the own unit, and says why a button may not be pressed', async () => {
    const staff = await site.pageOf('demo-staff');
    await staff.goto(`${site.url}/enterprises`);
    await settle(staff);
    const officer = await site.pageOf('demo-officer');
    await officer.goto(`${site.url}/enterprises`);
    await settle(officer);
    expect(await totalOf(officer)).toBeLessThan(await totalOf(staff));
    const upload = officer.getByRole('button', { name: '导入数据' });
    expect(await upload.getAttribute('aria-disabled')).toBe('true');
    expect(await upload.getAttribute('aria-description')).toContain('不能导入');
  });

  it('hides and shows columns, saves the view and finds it again', async () => {
    const page = await site.pageOf('demo-staff');
    await page.goto(`${site.url}/enterprises?q=${encodeURIComponent('南京')}`);
    await page.getByRole('button', { name: '列设置' }).click();
    await page.getByLabel('街道').uncheck();
    await page.waitForURL(/columns=/);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('columnheader', { name: '街道' }).count()).toBe(0);
    await page.getByRole('button', { name: '我的视图' }).click();
    await page.getByLabel('视图名称').fill('南京的企业');
    await page.getByRole('button', { name: '保存当前视图' }).click();
    await page.getByRole('link', { name: '南京的企业' }).waitFor();
    await page.goto(`${site.url}/enterprises`);
    await page.getByRole('button', { name: '我的视图' }).click();
    await page.getByRole('link', { name: '南京的企业' }).click();
    await page.waitForURL(/columns=.*|q=/);
    await expect.poll(() => page.getByLabel('名称、曾用名或信用代码').inputValue()).toBe('南京');
  });

  it('moves chosen enterprises to another unit, with a reason', async () => {
    const page = await site.pageOf('demo-staff');
    await page.goto(`${site.url}/enterprises`);
    await settle(page);
    await page
      .getByRole('checkbox', { name: /^选择 南京/ })
      .first()
      .check();
    await page.getByRole('button', { name: '调整所属单位' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('调整到').selectOption({ index: 2 });
    await dialog.getByLabel('原因').fill('办公地址变更');
    await dialog.getByRole('button', { name: '确定' }).click();
    await page.getByText('已调整 1 家企业').waitFor();
  });
});

describe('a dossier', () => {
  it('is read from who it is to history', async () => {
    const page = await site.pageOf('demo-staff');
    await page.goto(`${site.url}/enterprises`);
    await page.getByRole('rowheader').first().getByRole('link').click();
    await page.waitForURL(/enterprises\/\d+/);
    await settle(page);
    const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(headings.slice(-7)).toEqual([
      '基本信息',
      '梯队与资质判定',
      '一步之遥',
      '待办与期限',
      '数据与来源',
      '资质、知识产权与融资',
      '沿革',
    ]);
  });

  it('judges anew while a value is typed, and stores nothing', async () => {
    const page = await site.pageOf('demo-staff');
    await page.goto(`${site.url}/enterprises/1?rule=hnte`);
    await settle(page);
    const panel = page.getByRole('region', { name: '假设测算' });
    const box = panel.getByRole('textbox').first();
    await box.fill('50');
    await panel.getByText('测算结果').waitFor();
    await page.locator('.tag', { hasText: '已变化' }).first().waitFor();
    await panel.getByRole('button', { name: '恢复现值' }).click();
    await expect.poll(() => page.locator('.tag', { hasText: '已变化' }).count()).toBe(0);
  });

  it('corrects a fact with a reason and keeps what the source said', async () => {
    const page = await site.pageOf('demo-staff');
    await page.goto(`${site.url}/enterprises/2?fact=revenue&year=2025`);
    await page.getByRole('button', { name: '更正' }).click();
    const dialog = page.getByRole('dialog', { name: /更正/ });
    await dialog.getByLabel('更正为').fill('4321.5');
    await dialog.getByLabel('原因').fill('审计报告');
    await dialog.getByRole('button', { name: '确定' }).click();
    await page.locator('.fact-now', { hasText: '4,321.5 万元' }).waitFor();
    await expect.poll(() => page.locator('.provenance > li').count()).toBe(2);
  });

  it('shows a contact only after a reason was given', async () => {
    const page = await site.pageOf('demo-staff');
    await page.goto(`${site.url}/enterprises/1`);
    await page
      .getByRole('button', { name: /^查看完整信息/ })
      .first()
      .click();
    await page.getByRole('dialog').getByLabel('原因').fill('走访预约');
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.locator('.contacts').textContent()).not.toContain('*');
  });

  it('on a phone offers the navigation as a drawer and the actions at the lower edge', async () => {
    const page = await site.pageOf('demo-staff', PHONE);
    await page.goto(`${site.url}/enterprises/1`);
    await settle(page);
    const actions = await page.locator('.page-actions').first().boundingBox();
    expect(actions!.y + actions!.height).toBeGreaterThan(PHONE.height - 2);
    await page.getByRole('button', { name: '菜单' }).click();
    await page.getByRole('dialog').getByRole('link', { name: '企业', exact: true }).click();
    await page.waitForURL(/enterprises$/);
  });
});
