import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibilityFaults, keepPicture, settle } from './checks.ts';
import { type DemoSite, startDemoSite } from './demo-site.ts';
import { oneTimeCode } from './one-time-code.ts';

let site: DemoSite;

beforeAll(async () => {
  site = await startDemoSite(30);
});
afterAll(() => site?.close());

it('makes an account whose first password has to be changed before anything else', async () => {
  const page = await site.pageOf('demo-security');
  await page.goto(`${site.url}/users`);
  await page.getByRole('button', { name: '新建用户' }).click();
  const dialog = page.getByRole('dialog', { name: '新建用户' });
  await dialog.getByLabel('用户名').fill('e2e-officer');
  await dialog.getByLabel('姓名').fill('演示用户（园区）');
  await dialog.getByRole('button', { name: '添加角色' }).click();
  await dialog.getByLabel('所在单位').selectOption('jianye');
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: '新建用户' }).click();
  const shown = page.getByRole('dialog', { name: '初始密码' });
  await shown.waitFor();
  const password = (await shown.locator('dd').last().textContent()) ?? '';
  await shown.getByRole('button', { name: '关闭' }).click();

  const other = await (await page.context().browser()!.newContext({ locale: 'zh-CN' })).newPage();
  await other.goto(`${site.url}/sign-in`);
  await other.getByLabel('用户名').fill('e2e-officer');
  await other.getByLabel('密码').fill(password);
  await other.getByRole('button', { name: '登录', exact: true }).click();
  await other.waitForURL(`${site.url}/account`);
  await other.goto(`${site.url}/enterprises`);
  await other.waitForURL(`${site.url}/account`);
  await other.getByText('首次登录').waitFor();
  await settle(other);
  await keepPicture(other, 'first-password');
  await other.getByLabel('当前密码').fill(password);
  await other.getByLabel('新密码', { exact: true }).fill('Pine-and-Cedar-2026');
  await other.getByLabel('再次输入新密码').fill('Pine-and-Cedar-2026');
  await other.getByRole('button', { name: '修改密码' }).click();
  await other.waitForURL(`${site.url}/`);
  expect(site.errors).toEqual([]);
});

it('gives no page to those who may not see it, and says so', async () => {
  const page = await site.pageOf('demo-expert');
  await page.goto(`${site.url}/users`);
  await page.getByRole('heading', { name: '没有权限查看或操作此内容' }).waitFor();
  await expect.poll(() => page.getByRole('link', { name: '用户' }).count()).toBe(0);
});

it('switches one-time codes on and asks for one at the next sign-in', async () => {
  const page = await site.pageOf('demo-leader');
  await page.goto(`${site.url}/account`);
  const section = page.getByRole('region', { name: /第二因素/ });
  await section.getByLabel('当前密码').fill('Forest-Demo-2026');
  await section.getByRole('button', { name: '启用' }).click();
  await section.getByText('无法扫描').click();
  expect(await accessibilityFaults(page)).toEqual([]);
  const secret = (await section.locator('code').textContent()) ?? '';
  await section.getByLabel('动态口令').fill(oneTimeCode(secret));
  await section.getByRole('button', { name: '启用' }).click();
  await section.getByText('已启用').waitFor();

  await page.getByRole('button', { name: /^演示用户/ }).click();
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.waitForURL(/sign-in/);
  await page.getByLabel('用户名').fill('demo-leader');
  await page.getByLabel('密码').fill('Forest-Demo-2026');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '第二步：验证动态口令' }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByLabel('动态口令').fill('000000');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('alert').waitFor();
  await page.getByLabel('动态口令').fill(oneTimeCode(secret));
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
});
