import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, keepPicture, overflows, settle } from './checks.ts';
import { type DemoSite, PHONE, startDemoSite, WIDE } from './demo-site.ts';

let site: DemoSite;

beforeAll(async () => {
  site = await startDemoSite(20);
});
afterAll(() => site?.close());

describe('a rule to read', () => {
  it('says every criterion with its article, and its cases pass', async () => {
    const page = await site.pageOf('demo-staff');
    await page.goto(`${site.url}/rules`);
    await page.getByRole('link', { name: '高新技术企业认定', exact: true }).click();
    await page.waitForURL(/rules\/hnte/);
    await page.getByRole('heading', { level: 2, name: '2016 版' }).waitFor();
    const articles = await page.locator('.rule-lines .article').allInnerTexts();
    expect(articles.filter((one) => one.startsWith('HNTE-'))).toHaveLength(9);
    for (const one of articles.filter((each) => each.startsWith('HNTE-')))
      expect(one).toMatch(/国科发火〔2016〕(32|195)\s?号 (第.+条|三（七）)/);
    await expect
      .poll(() => page.getByRole('region', { name: '创新能力评价' }).getByRole('row').count())
      .toBeGreaterThan(20);
    const cases = page.getByRole('region', { name: '测试用例' }).first();
    await cases.getByText(/^\d+ 个用例全部通过$/).waitFor();
    await expect.poll(() => cases.getByText('未通过').count()).toBe(0);
  });

  it('stands beside another version with the differences marked, in the address', async () => {
    const page = await site.pageOf('demo-staff');
    await page.goto(`${site.url}/rules/specialised-sme`);
    await page.getByLabel('对照版本').selectOption('2022');
    await page.waitForURL(/beside=2022/);
    await page.getByText('仅 2022 版有').first().waitFor();
    await page.getByText('表述不同').first().waitFor();
    await expect.poll(() => page.locator('mark').count()).toBeGreaterThan(0);
    await page.goBack();
    await page.getByRole('heading', { level: 2, name: '2026 版' }).waitFor();
    await expect.poll(() => page.getByLabel('对照版本').inputValue()).toBe('');
  });

  it('leads to the enterprises that it judges', async () => {
    const page = await site.pageOf('demo-staff');
    await page.goto(`${site.url}/rules/tsme`);
    await page.getByRole('main').getByRole('link', { name: '判定名单' }).click();
    await page.waitForURL(/verdicts\?rule=tsme/);
  });
});

describe.each([
  ['wide', WIDE],
  ['phone', PHONE],
])('on a %s screen', (name, size) => {
  const paths = ['/rules', '/rules/hnte', '/rules/innovative-sme?version=2026&beside=2022'];
  it.each(['zh', 'en'])(
    'the library in %s is free of WCAG 2.1 AA faults and fits, light and dark',
    async (language) => {
      const page = await site.pageOf('demo-staff', size);
      await page.addInitScript((chosen) => {
        localStorage.setItem('forest.language', chosen);
        localStorage.setItem('forest.appearance', chosen === 'en' ? 'dark' : 'light');
      }, language);
      const faults: Record<string, string[]> = {};
      for (const path of paths) {
        await page.goto(site.url + path);
        await settle(page);
        const found = await accessibilityFaults(page);
        if (await overflows(page)) found.push('wider than the window');
        if (found.length) faults[path] = found;
        await keepPicture(page, `${name}-${language}${path.replace(/\W+/g, '_')}`);
      }
      expect(faults).toEqual({});
      expect(site.errors).toEqual([]);
    },
  );
});
