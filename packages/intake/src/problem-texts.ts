import type { Text } from '@forest/domain';

/** Everything that can be wrong with a row, and what to do about it. `{}` stands for the detail. */
export const problemTexts = {
  'money.unreadable': {
    zh: '无法识别为金额。请填写数字，可带单位，如 1200、1,200.5 万元、1.2 亿元',
    en: 'Not an amount. Write a number, with a unit if need be: 1200, 1,200.5 万元, 1.2 亿元',
  },
  'money.currency': {
    zh: '币种为{}，本列以人民币计，未换算。请按折算后的人民币金额填写',
    en: 'The amount is in {}; this column is in CNY and nothing was converted. Enter the converted amount',
  },
  'money.negative': {
    zh: '金额不应为负数，该值未采用。请核对后填写',
    en: 'The amount should not be negative and was left out. Check it and enter it again',
  },
  'money.unitUnknown': {
    zh: '金额单位“{}”不明确，该值未采用。请注明 元、千元、万元或亿元',
    en: 'The unit "{}" is unclear, so the value was left out. Say 元, 千元, 万元 or 亿元',
  },
  'unit.assumed': {
    zh: '表头和单元格均未注明金额单位，按“{}”处理。如不符，请在列设置中修改单位',
    en: 'Neither header nor cells state the unit of money; taken as {}. Change it in the column settings if wrong',
  },
  'number.unreadable': { zh: '无法识别为数字。请只填写数字', en: 'Not a number. Write digits only' },
  'number.negative': {
    zh: '该项不应为负数，该值未采用。请核对后填写',
    en: 'This should not be negative and was left out. Check it and enter it again',
  },
  'number.fraction': {
    zh: '该项应为整数，该值未采用。请核对后填写',
    en: 'This should be a whole number and was left out. Check it and enter it again',
  },
  'number.tooLong': {
    zh: '数字超过 15 位有效数字，无法精确保存，该值未采用。请核对位数和单位',
    en: 'More than 15 significant digits cannot be kept exactly; left out. Check the digits and the unit',
  },
  'percent.unreadable': { zh: '无法识别为百分比。请写成 5% 或 5', en: 'Not a percentage. Write 5% or 5' },
  'flag.unreadable': { zh: '无法识别为是/否。请填写“是”或“否”', en: 'Neither yes nor no. Write 是 or 否' },
  'date.unreadable': {
    zh: '无法识别为日期。请写成 2021-03-05',
    en: 'Not a date. Write 2021-03-05',
  },
  'date.shortYear': {
    zh: '年份只有两位，无法确定世纪，该值未采用。请写四位年份，如 2021-03-05',
    en: 'A two-digit year leaves the century open; left out. Write four digits: 2021-03-05',
  },
  'date.yearOnly': {
    zh: '只有年份，没有月日，该值未采用。请写成 2021-03-05',
    en: 'Only a year, no month or day; left out. Write 2021-03-05',
  },
  'date.monthOnly': {
    zh: '只写到月份，按当月 1 日记录',
    en: 'Only year and month; recorded as the first of the month',
  },
  'date.absent': {
    zh: '日历上没有这一天，该值未采用。请核对',
    en: 'The calendar has no such day; left out. Check it',
  },
  'date.future': {
    zh: '日期晚于今天，该值未采用。请核对',
    en: 'The date lies in the future; left out. Check it',
  },
  'date.tooEarly': {
    zh: '日期早于 1900 年，该值未采用。请核对',
    en: 'The date lies before 1900; left out. Check it',
  },
  'year.unreadable': {
    zh: '无法识别为年份。请填写四位年份，如 2023',
    en: 'Not a year. Write four digits: 2023',
  },
  'year.missing': {
    zh: '年度数据没有年份，本行年度数据未采用。请在表头写明年份（如“2023年营业收入”），或在列设置中选择年份',
    en: 'Yearly figures without a year were left out. Put it in the header (2023年营业收入) or choose it for the column',
  },
  'text.tooLong': { zh: '文字超过 {} 个字，已截断', en: 'Text longer than {} characters was cut' },
  'text.notInList': { zh: '不在可选值之列（{}），该值未采用', en: 'Not one of the allowed values ({}); left out' },
  'text.formula': {
    zh: '内容以“=”等公式符号开头，已按普通文字保存，不会被执行',
    en: 'The content starts like a formula; kept as plain text and never evaluated',
  },
  'code.malformed': {
    zh: '不是 18 位统一社会信用代码，也不是 15 位旧注册号，已按原文保存并列入待核实。请补充正确代码',
    en: 'Neither an 18-character credit code nor an old 15-digit number; kept and put up for review. Supply the right code',
  },
  'code.checkFails': {
    zh: '统一社会信用代码校验位不符（应为 {}），已列入待核实。请对照营业执照核对',
    en: 'The check character of the credit code does not fit (expected {}); put up for review. Compare with the licence',
  },
  'name.missing': {
    zh: '缺少企业名称，本行未导入。请补充企业名称',
    en: 'No enterprise name, so the row was left out. Add the name',
  },
  'name.codeOnly': {
    zh: '没有企业名称，且登记库中没有该信用代码，本行未导入。请补充企业名称',
    en: 'No name, and no enterprise has this credit code, so the row was left out. Add the name',
  },
  'row.duplicate': {
    zh: '与第 {} 行重复，本行未导入。如确为同一企业，可删除本行',
    en: 'Repeats row {}, so it was left out. Delete it if it is the same enterprise',
  },
  'row.contradicts': {
    zh: '与第 {} 行是同一企业但内容不同，采用了前一行，本行未导入。请合并为一行',
    en: 'The same enterprise as row {} with different content; the earlier row was taken. Merge them into one',
  },
  'row.tooManyCells': {
    zh: '本行比表头多 {} 列，多出的内容未导入。请检查是否有未加引号的分隔符',
    en: '{} more cells than headers; the rest was left out. Look for a separator without quotes',
  },
  'match.ambiguous': {
    zh: '登记库中有多家同名企业，无法确定是哪一家，本行未导入。请补充统一社会信用代码',
    en: 'Several enterprises bear this name, so the row was left out. Add the credit code',
  },
  'unit.unknown': {
    zh: '组织机构中没有“{}”，未归属到该单位，其余内容已导入。请核对名称，或先在组织机构中添加',
    en: 'The organisation has no unit called "{}"; the rest was taken. Check the name or add the unit first',
  },
  'identity.confirmed': {
    zh: '该项已由人工核实确认，未用本文件的值覆盖',
    en: 'A person has confirmed this value, so the file did not overwrite it',
  },
  'ratio.rdStaff': {
    zh: '研发人员多于职工总数（{}），请核对',
    en: 'More R&D staff than staff ({}); check both',
  },
  'ratio.rdRevenue': {
    zh: '研发费用大于营业收入（{}），请核对单位和数值',
    en: 'R&D expense above revenue ({}); check unit and value',
  },
  'ratio.partOfWhole': {
    zh: '其中项大于总项（{}），请核对',
    en: 'A part is larger than the whole ({}); check both',
  },
} as const satisfies Record<string, Text>;

export type ProblemCode = keyof typeof problemTexts;
