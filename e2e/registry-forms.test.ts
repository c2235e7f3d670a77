import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, keepPicture, overflows, settle } from './checks.ts';
import { type DemoSite, PHONE, startDemoSite, WIDE } from './demo-site.ts';

let site: DemoSite;

beforeAll(async () => {
  site = await startDemoSite(30);
});
afterAll(() => site?.close());

/** Eighteen characters whose last one is not the one that the standard asks for. */
const ODD_CODE = '91320105MA7QD3WX8A';
const NAME = '演示建档企业有限公司';

async function opened(page: Page, button: string, dialog: string = button) {
  await page.getByRole('button', { name: button, exact: true }).first().click();
  const shown = page.getByRole('dialog', { name: dialog });
  await shown.waitFor();
  // While it grows into place, axe would measure colours that are half transparent.
  await expect.poll(() => shown.evaluate((element) => element.getAnimations({ subtree: true }).length)).toBe(0);
  return shown;
}

describe('the dossier made by hand', () => {
  it('is warned about a check digit that does not fit, accepted, opened, and changed with a reason', async () => {
    const page = await site.pageOf('demo-staff');
    await page.goto(`${site.url}/enterprises`);
    await settle(page);
    const dialog = await opened(page, '新建企业');
    const submit = dialog.getByRole('button', { name: '新建企业' });
    expect(await submit.isDisabled()).toBe(true);
    await dialog.getByLabel('企业名称').fill(NAME);
    await dialog.getByLabel('统一社会信用代码').fill(ODD_CODE);
    await dialog.getByLabel('成立日期').fill('2020-03-01');
    await dialog.getByLabel('行业').fill('软件');
    await dialog.locator('datalist option[value^="651"]').first().waitFor({ state: 'attached' });
    expect(await submit.isDisabled()).toBe(true);
    await dialog.getByLabel('行业').fill('6513 应用软件开发');
    await dialog.getByLabel('街道').selectOption({ index: 1 });
    await submit.click();
    await dialog.getByText('校验位不符').waitFor();
    expect(await submit.isDisabled()).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
    await keepPicture(page, 'enterprise-code-question');
    await dialog.getByLabel('已核对，仍按此登记').check();
    await submit.click();
    await page.waitForURL(/enterprises\/\d+/);
    await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
    await page.locator('.page-lead').getByText(ODD_CODE).waitFor();
    await page.getByText('6513 应用软件开发').waitFor();

    const change = await opened(page, '修改身份信息');
    expect(await change.getByLabel('统一社会信用代码').inputValue()).toBe(ODD_CODE);
    await change.getByLabel('企业名称').fill(`${NAME}（更名）`);
    await change.getByLabel('地址').fill('演示路 1 号');
    await change.getByLabel('原因').fill('工商变更');
    await change.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: `${NAME}（更名）` }).waitFor();
    await page.getByText('演示路 1 号').waitFor();
    await page.locator('#history').getByText(NAME, { exact: true }).waitFor();
    expect(site.errors).toEqual([]);
  });

  it('asks again after the code was changed, and says whose code it is', async () => {
    const page = await site.pageOf('demo-staff');
    await page.goto(`${site.url}/enterprises`);
    const dialog = await opened(page, '新建企业');
    const submit = dialog.getByRole('button', { name: '新建企业' });
    await dialog.getByLabel('企业名称').fill('演示另一企业');
    await dialog.getByLabel('统一社会信用代码').fill(ODD_CODE.replace(/A$/, 'B'));
    await submit.click();
    await dialog.getByLabel('已核对，仍按此登记').check();
    await dialog.getByLabel('统一社会信用代码').fill(ODD_CODE);
    expect(await dialog.getByLabel('已核对，仍按此登记').count()).toBe(0);
    await submit.click();
    await dialog.getByLabel('已核对，仍按此登记').check();
    await submit.click();
    await dialog.getByRole('alert').getByText('已属于').waitFor();
  });

  it('is not offered to those who only look, and says so', async () => {
    const page = await site.pageOf('demo-leader');
    await page.goto(`${site.url}/enterprises`);
    const create = page.getByRole('button', { name: '新建企业' });
    expect(await create.getAttribute('aria-description')).toContain('不能新建');
    await page.goto(`${site.url}/enterprises/1`);
    const add = page.getByRole('button', { name: '登记资质' });
    expect(await add.getAttribute('aria-description')).toContain('不修改数据');
  });
});

describe('qualifications', () => {
  it('are registered, shown with the end that follows from their term, and revoked with day and reason', async () => {
    const page = await site.pageOf('demo-staff');
    await page.goto(`${site.url}/enterprises/2`);
    await settle(page);
    const dialog = await opened(page, '登记资质');
    await dialog.getByLabel('资质名称').selectOption('innovativeSme');
    await dialog.getByLabel('证书编号').fill('演示-0001');
    await dialog.getByLabel('发证日期').fill('2025-06-01');
    await dialog.getByLabel('有效期至').fill('2025-05-01');
    await dialog.getByText('有效期不能早于发证日期').waitFor();
    await dialog.getByLabel('有效期至').fill('');
    await dialog.getByRole('button', { name: '登记资质' }).click();
    const row = page.getByRole('row').filter({ hasText: '演示-0001' });
    await row.getByText('2028-05-31').waitFor();
    await row.getByText('有效', { exact: true }).waitFor();

    await row.getByRole('button', { name: '撤销创新型中小企业' }).click();
    const revoke = page.getByRole('dialog', { name: '撤销创新型中小企业' });
    await revoke.getByLabel('撤销日期').fill('2025-05-31');
    await revoke.getByText('撤销日期应在').waitFor();
    await revoke.getByLabel('撤销日期').fill('2026-01-15');
    await revoke.getByLabel('原因').fill('复核未通过');
    await revoke.getByRole('button', { name: /撤\s?销/ }).click();
    await row.getByText('已撤销').waitFor();
    expect(await row.getByRole('button').count()).toBe(0);
    expect(site.errors).toEqual([]);
  });
});

describe.each([
  ['1280', WIDE],
  ['390', PHONE],
])('the forms at %s px', (width, size) => {
  it('are clean to axe and fit', async () => {
    const page = await site.pageOf('demo-staff', size);
    const check = async (url: string, button: string) => {
      await page.goto(`${site.url}${url}`);
      await settle(page);
      const dialog = await opened(page, button);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
      await keepPicture(page, `form-${button}-${width}`);
      return dialog;
    };
    await check('/enterprises', '新建企业');
    await check('/enterprises/2', '修改身份信息');
    const dialog = await check('/enterprises/2', '登记资质');
    await dialog.getByLabel('资质名称').selectOption('listed');
    await dialog.getByLabel('发证日期').fill(width === '390' ? '2024-02-02' : '2024-02-01');
    await dialog.getByRole('button', { name: '登记资质' }).click();
    await dialog.waitFor({ state: 'detached' });
    await check('/enterprises/2', '撤销上市企业');
  });
});
