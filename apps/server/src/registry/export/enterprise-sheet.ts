import type { Sheet } from '../../platform/workbook/index.ts';
import type { EnterpriseRow } from '../list/row.ts';
import { qualificationKind } from '../vocabulary/qualification-kinds.ts';

const states = { active: '在册', left: '已迁出', cancelled: '已注销', merged: '已合并' } as const;
const codes = {
  valid: '有效',
  old: '旧号码',
  check_fails: '校验位不符',
  malformed: '格式不符',
  absent: '缺失',
} as const;

/** The list as a sheet. Money in 万元; unknown stays empty. */
export function enterpriseSheet(figuresYear: number, demo: boolean): Sheet<EnterpriseRow> {
  return {
    name: demo ? '企业名单（演示数据）' : '企业名单',
    columns: [
      { header: '企业名称', width: 36, value: (row) => row.name },
      { header: '统一社会信用代码', width: 22, value: (row) => row.creditCode },
      { header: '代码状态', width: 12, value: (row) => codes[row.codeStatus] },
      { header: '成立日期', width: 12, value: (row) => row.registeredOn },
      { header: '街道', value: (row) => row.subdistrict?.zh ?? null },
      { header: '园区', value: (row) => row.park?.zh ?? null },
      { header: '载体', value: (row) => row.carrier?.zh ?? null },
      { header: '行业代码', width: 10, value: (row) => row.industryCode },
      { header: '行业', width: 22, value: (row) => row.industryName },
      { header: `${figuresYear} 年营业收入（万元）`, format: '#,##0.00', value: (row) => row.revenue },
      { header: `${figuresYear} 年研发费用（万元）`, format: '#,##0.00', value: (row) => row.rd },
      { header: `${figuresYear} 年从业人员（人）`, format: '#,##0', value: (row) => row.staff },
      {
        header: '有效资质',
        width: 28,
        value: (row) => row.qualifications.map((one) => qualificationKind(one).name.zh).join('、'),
      },
      { header: '状态', width: 10, value: (row) => states[row.state] },
      { header: '待核实', width: 10, value: (row) => row.openReviews },
      { header: '更新时间', width: 18, value: (row) => chinaTime(row.updatedAt) },
      { header: '数据性质', width: 12, value: (row) => (row.demo ? '演示数据' : '实际数据') },
    ],
  };
}

/** `2026-11-22 09:30` in China. */
function chinaTime(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
