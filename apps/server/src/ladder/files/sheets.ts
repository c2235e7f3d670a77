import type { Outputs } from '@forest/api';

type Cell = string | number | null;
type Near = Outputs['ladder']['list']['rows'][number];
type Due = Outputs['ladder']['calendar']['rows'][number];
type Moved = Outputs['ladder']['movement']['rows'][number];

/** A list as a sheet: headers and how a row is written. */
export interface Sheet<Row> {
  name: string;
  columns: readonly { header: string; width?: number }[];
  cells: (row: Row) => Cell[];
}

const words = { met: '符合', not_met: '不符合', unknown: '未知' } as const;

export const verdictSheet: Sheet<Near> = {
  name: '判定名单',
  columns: [
    { header: '企业名称', width: 36 },
    { header: '统一社会信用代码', width: 22 },
    { header: '所属单位', width: 18 },
    { header: '规则', width: 24 },
    { header: '判定' },
    { header: '差几项' },
    { header: '未满足条件', width: 48 },
    { header: '相对差距' },
    { header: '说明', width: 80 },
    { header: '自何日起', width: 12 },
    { header: '已持证' },
  ],
  cells: (row) => [
    ...[row.name, row.creditCode, row.unit?.zh ?? null, row.ruleName.zh, words[row.verdict], row.short],
    ...[row.unmet.map((one) => one.title.zh).join('；'), row.effort, row.sentence?.zh ?? null],
    ...[row.since, row.held ? '是' : '否'],
  ],
};

const kinds = { expiry: '证书到期', duty: '年度义务', age_reached: '年限变化' } as const;
const lights = { normal: '正常', warning: '预警', overdue: '超期' } as const;

export const calendarSheet: Sheet<Due> = {
  name: '到期与年报日历',
  columns: [
    { header: '日期', width: 12 },
    { header: '类别' },
    { header: '企业名称', width: 36 },
    { header: '所属单位', width: 18 },
    { header: '事项', width: 60 },
    { header: '依据', width: 36 },
    { header: '状态' },
  ],
  cells: (row) => [
    ...[row.on, kinds[row.kind], row.name, row.unit?.zh ?? null],
    ...[row.title.zh, row.article, lights[row.light]],
  ],
};

export const movementSheet: Sheet<Moved> = {
  name: '进退情况',
  columns: [
    { header: '日期', width: 12 },
    { header: '企业名称', width: 36 },
    { header: '所属单位', width: 18 },
    { header: '规则', width: 24 },
    { header: '进退' },
    { header: '原因', width: 80 },
  ],
  cells: (row) => [
    ...[row.on, row.name, row.unit?.zh ?? null, row.ruleName.zh],
    ...[row.kind === 'entered' ? '进入' : '退出', row.cause.zh],
  ],
};
