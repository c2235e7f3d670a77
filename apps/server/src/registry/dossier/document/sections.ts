import type { Paragraph, Table } from 'docx';
import type { DossierFact } from '../facts.ts';
import type { Dossier } from '../get-dossier.ts';
import { heading, paragraph, table } from './parts.ts';
import type { VerdictLine } from './verdict-summary.ts';
import { shownValue, stateWords, statusWords, verdictWords } from './words.ts';

type Blocks = (Paragraph | Table)[];

/** Years beside each other; more do not fit on the page. */
const YEARS = 4;

export function identitySection({ enterprise, names }: Dossier): Blocks {
  const rows: [string, string | null][] = [
    ['企业名称', enterprise.name],
    ['统一社会信用代码', enterprise.creditCode],
    ['成立日期', enterprise.registeredOn],
    ['注册地址', enterprise.address],
    ['街道', enterprise.subdistrict?.zh ?? null],
    ['园区', enterprise.park?.zh ?? null],
    ['载体', enterprise.carrier?.zh ?? null],
    ['行业', enterprise.industryCode && `${enterprise.industryCode} ${enterprise.industryName ?? ''}`],
    ['状态', stateWords[enterprise.state]],
    ['曾用名', names.map((one) => one.name).join('、') || null],
  ];
  return [
    heading('一、基本信息'),
    table(
      [
        { header: '项目', share: 1 },
        { header: '内容', share: 3 },
      ],
      rows.map(([name, value]) => [name, value ?? '未知']),
    ),
  ];
}

export function verdictSection(lines: readonly VerdictLine[]): Blocks {
  if (lines.length === 0) return [];
  return [
    heading('二、梯队与规则判定'),
    table(
      [
        { header: '规则', share: 3 },
        { header: '判定', share: 1 },
        { header: '说明', share: 5 },
        { header: '自何日起', share: 1.6 },
      ],
      lines.map((line) => [
        `${line.ruleName.zh}（${line.version}）`,
        verdictWords[line.verdict],
        line.headline.zh,
        line.since ?? '—',
      ]),
    ),
    paragraph('判定依据当前数据与现行规则自动得出，供参考；以主管部门认定为准。'),
  ];
}

export function recordSections({ qualifications, ip, financing, contacts }: Dossier): Blocks {
  const blocks: Blocks = [heading('三、资质、知识产权与融资')];
  if (qualifications.length + ip.length + financing.length === 0) blocks.push(paragraph('暂无记录。'));
  if (qualifications.length > 0)
    blocks.push(
      table(
        [
          { header: '资质', share: 3 },
          { header: '证书编号', share: 2.4 },
          { header: '发证日期', share: 1.6 },
          { header: '有效期至', share: 1.6 },
          { header: '状态', share: 1 },
        ],
        qualifications.map((one) => [
          [one.kindName.zh, one.level].filter(Boolean).join(' '),
          one.certificateNo ?? '—',
          one.issuedOn ?? '未知',
          one.expiresOn ?? '未载明',
          statusWords[one.status],
        ]),
      ),
      paragraph(''),
    );
  if (ip.length > 0) {
    const standing = (wanted: 'I' | 'II') =>
      ip.filter((one) => one.class === wanted && one.status === 'granted').length;
    blocks.push(
      paragraph(`知识产权 ${ip.length} 项，其中已授权的 Ⅰ 类 ${standing('I')} 项、Ⅱ 类 ${standing('II')} 项。`),
    );
  }
  if (financing.length > 0)
    blocks.push(
      table(
        [
          { header: '融资轮次', share: 2 },
          { header: '日期', share: 2 },
          { header: '金额（万元）', share: 2, number: true },
          { header: '投资方', share: 3 },
        ],
        financing.map((one) => [
          one.round,
          one.on ?? '未知',
          one.amount === null ? '未知' : shownValue({ value: one.amount, unit: '万元' }),
          one.investors ?? '—',
        ]),
      ),
    );
  if (contacts.length > 0)
    blocks.push(
      paragraph(
        `联系人：${contacts.map((one) => `${one.role} ${one.name} ${one.phone ?? ''}`.trim()).join('；')}（已隐去）。`,
      ),
    );
  return blocks;
}

export function factSections({ facts }: Dossier): Blocks {
  const annual = facts.filter((fact) => fact.year !== null);
  const years = [...new Set(annual.map((fact) => fact.year ?? 0))].sort((a, b) => b - a).slice(0, YEARS);
  const byFact = Map.groupBy(annual, (fact) => fact.fact);
  const blocks: Blocks = [heading('四、年度数据')];
  if (years.length === 0) blocks.push(paragraph('暂无记录。'));
  else
    blocks.push(
      table(
        [
          { header: '指标', share: 3 },
          { header: '单位', share: 1 },
          ...years.map((year) => ({ header: `${year} 年`, share: 1.5, number: true })),
        ],
        [...byFact.values()].map((ofFact) => [
          ofFact[0]!.name.zh,
          ofFact[0]!.unit,
          ...years.map((year) => yearly(ofFact, year)),
        ]),
      ),
    );
  const standing = facts.filter((fact) => fact.year === null);
  if (standing.length > 0)
    blocks.push(
      heading('五、其他数据'),
      table(
        [
          { header: '项目', share: 3 },
          { header: '内容', share: 3 },
          { header: '来源', share: 2 },
        ],
        standing.map((fact) => [fact.name.zh, withUnit(fact), fact.sourceName.zh + doubt(fact)]),
      ),
    );
  if (facts.some((fact) => fact.conflicting)) blocks.push(paragraph('注：标 * 的数据各来源不一致，尚待核定。'));
  return blocks;
}

function yearly(facts: readonly DossierFact[], year: number): string {
  const fact = facts.find((one) => one.year === year);
  return fact ? shownValue(fact) + doubt(fact) : '未知';
}

function withUnit(fact: DossierFact): string {
  const bare = typeof fact.value !== 'number' || fact.unit === '%';
  return bare ? shownValue(fact) : `${shownValue(fact)} ${fact.unit}`;
}

function doubt(fact: DossierFact): string {
  return fact.conflicting ? ' *' : '';
}
