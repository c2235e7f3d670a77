import type { Text } from '@forest/domain';

/** Why a file is not taken, in words for whoever sent it: what is wrong and what to do. */
export class FileRefused extends Error {
  readonly code: RefusalCode;
  readonly text: Text;

  constructor(code: RefusalCode, detail = '') {
    const pattern = refusals[code];
    const text = { zh: pattern.zh.replace('{}', detail), en: pattern.en.replace('{}', detail) };
    super(`${code}: ${text.en}`);
    this.name = 'FileRefused';
    this.code = code;
    this.text = text;
  }
}

const refusals = {
  empty: { zh: '文件是空的。请检查后重新上传', en: 'The file is empty. Check it and upload again' },
  tooLarge: {
    zh: '文件超过上限 {}。请拆分为几个文件后分别上传',
    en: 'The file exceeds the limit of {}. Split it and upload the parts',
  },
  cutOff: {
    zh: '上传中断，文件不完整，未保存。请重新上传',
    en: 'The upload broke off and was not kept. Upload the file again',
  },
  oldExcel: {
    zh: '这是旧版 Excel（.xls）或加密的工作簿。请用 Excel/WPS 打开（如有密码请先取消），另存为 .xlsx 后上传',
    en: 'An old Excel workbook (.xls) or an encrypted one. Open it, remove any password, save it as .xlsx and upload that',
  },
  macros: {
    zh: '工作簿含有宏，出于安全考虑不予接收。请另存为不含宏的 .xlsx 后上传',
    en: 'The workbook contains macros and is refused for safety. Save it as .xlsx without macros and upload that',
  },
  bomb: {
    zh: '文件解压后过大（{}），可能是恶意压缩文件，不予接收。请另存为新的 .xlsx 或 CSV 后上传',
    en: 'The file unpacks to far too much ({}) and is refused. Save it as a new .xlsx or as CSV',
  },
  broken: {
    zh: '文件已损坏或不完整，无法读取（{}）。请用 Excel/WPS 重新保存后上传',
    en: 'The file is damaged or incomplete ({}). Save it again and upload that',
  },
  notSpreadsheet: {
    zh: '压缩包里没有工作簿。请上传 .xlsx 或 CSV 文件本身，不要压缩',
    en: 'The archive holds no workbook. Upload the .xlsx or CSV file itself, not compressed',
  },
  notTable: {
    zh: '不是表格文件（{}）。请上传 .xlsx 或 CSV',
    en: 'Not a table file ({}). Upload .xlsx or CSV',
  },
  noSheet: { zh: '工作簿里没有名为“{}”的工作表', en: 'The workbook has no sheet called "{}"' },
  noHeader: {
    zh: '前 20 行中没有找到可识别的表头。请确认表头含有“企业名称”或“统一社会信用代码”，或手工指定表头行',
    en: 'No known header in the first 20 lines. Make sure one says 企业名称 or 统一社会信用代码, or point out the header line',
  },
  lineTooLong: {
    zh: '第 {} 行超过 1 MB，可能有未闭合的引号。请检查该行',
    en: 'Line {} is longer than 1 MB; a quote is probably not closed. Check that line',
  },
} as const satisfies Record<string, Text>;

export type RefusalCode = keyof typeof refusals;
