import type { Company } from './company.ts';
import type { Random } from './random.ts';

/** One item of intellectual property; kinds and states are those of the registry. */
export interface DemoIpItem {
  class: 'I' | 'II';
  kind: 'invention' | 'icLayout' | 'utilityModel' | 'software' | 'design';
  number: string;
  title: string;
  status: 'granted' | 'lapsed';
  appliedOn: string;
  grantedOn: string;
  /** Day from which the right no longer stands. */
  endedOn: string | null;
  acquired: 'own' | 'bought';
}

const patentType = { invention: '1', utilityModel: '2', design: '3' } as const;

/** Items that make up the firm's counts; patent numbers carry a right check digit (domain 9.4). */
export function inventIp(random: Random, company: Company, lastYear: number): DemoIpItem[] {
  const began = Math.max(2008, Number(company.registeredOn.slice(0, 4)));
  const make = (kind: DemoIpItem['kind'], status: DemoIpItem['status']): DemoIpItem => {
    const applied = Math.min(lastYear - 1, began + Math.floor(random.next() ** 0.6 * Math.max(1, lastYear - began)));
    const date = (year: number) =>
      `${year}-${String(random.whole(1, 12)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`;
    return {
      class: kind === 'invention' || kind === 'icLayout' ? 'I' : 'II',
      kind,
      number: numberOf(random, kind, applied),
      title: `${random.pick(subjects)}${random.pick(['方法', '装置', '系统', '平台', '软件'])}（演示）`,
      status,
      appliedOn: date(applied),
      grantedOn: date(Math.min(lastYear, applied + (kind === 'invention' ? 2 : 1))),
      endedOn: status === 'lapsed' ? `${lastYear}-01-01` : null,
      acquired: random.chance(0.92) ? 'own' : 'bought',
    };
  };
  const software = company.industry.field === '电子信息';
  return [
    ...Array.from({ length: company.classOne }, () => make(random.chance(0.97) ? 'invention' : 'icLayout', 'granted')),
    ...Array.from({ length: company.classTwo }, () =>
      make(
        random.chance(software ? 0.8 : 0.25) ? 'software' : random.chance(0.9) ? 'utilityModel' : 'design',
        'granted',
      ),
    ),
    ...(company.research && random.chance(0.2) ? [make('utilityModel', 'lapsed')] : []),
  ];
}

const subjects = [
  '数据采集',
  '图像识别',
  '路径规划',
  '能耗监测',
  '样本检测',
  '设备巡检',
  '信号处理',
  '风险预警',
  '流程编排',
  '材料改性',
  '远程诊断',
  '知识检索',
];

function numberOf(random: Random, kind: DemoIpItem['kind'], year: number): string {
  if (kind === 'software') return `${year}SR${String(random.whole(0, 9_999_999)).padStart(7, '0')}`;
  if (kind === 'icLayout') return `BS.${String(year).slice(2)}5${String(random.whole(0, 999_999)).padStart(6, '0')}`;
  const digits = `${year}${patentType[kind]}${String(random.whole(0, 9_999_999)).padStart(7, '0')}`;
  const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
  const rest = weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11;
  return `ZL${digits}.${rest === 10 ? 'X' : rest}`;
}
