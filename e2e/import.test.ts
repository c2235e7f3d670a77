import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessibilityFaults, keepPicture, settle } from './checks.ts';
import { type DemoSite, startDemoSite } from './demo-site.ts';

const LEDGER = [
  '企业名称,统一社会信用代码,2025年营业收入（万元）,2025年研发费用（万元）,职工人数',
  '南京示例甲科技有限公司（演示）,,1200.5,80,35',
  '南京示例乙科技有限公司（演示）,,不详,60,12',
  ',,500,20,8',
].join('\n');

let site: DemoSite;

beforeAll(async () => {
  site = await startDemoSite(60);
});
afterAll(() => site?.close());

it('takes a small ledger from upload through mapping and preview to its result', async () => {
  const page = await site.pageOf('demo-staff');
  await page.goto(`${site.url}/imports`);
  await page
    .getByLabel('文件', { exact: true })
    .setInputFiles({ name: '园区台账.csv', mimeType: 'text/csv', buffer: Buffer.from(LEDGER) });
  await page.getByRole('button', { name: '上传并识别' }).click();
  await page.waitForURL(/imports\/\d+/);
  await page.getByRole('heading', { name: '列的含义' }).waitFor();
  // The list of what columns can mean arrives after the heading.
  await expect.poll(() => page.getByLabel('“企业名称”对应的数据项').inputValue()).not.toBe('');
  await settle(page);
  expect(await accessibilityFaults(page)).toEqual([]);
  await keepPicture(page, 'import-check');
  await page.getByRole('button', { name: '开始写入' }).click();
  await page.getByRole('heading', { name: '结果' }).waitFor({ timeout: 30_000 });
  await settle(page);
  const counts = await page.locator('.counts').textContent();
  expect(counts).toMatch(/总行数\s*3/);
  expect(counts).toMatch(/新建企业\s*2/);
  expect(counts).toMatch(/未写入\s*1/);
  expect(await accessibilityFaults(page)).toEqual([]);
  await keepPicture(page, 'import-result');
  await expect.poll(() => page.getByRole('button', { name: '下载问题行' }).count()).toBe(1);
  await page.goto(`${site.url}/enterprises?q=${encodeURIComponent('南京示例甲')}`);
  await page.getByRole('link', { name: /^南京示例甲科技有限公司/ }).waitFor();
  expect(site.errors).toEqual([]);
});
