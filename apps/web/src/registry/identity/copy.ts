import type { Copy } from '../../shell/language.tsx';

/** Words of the form that says who an enterprise is. */
export const identityCopy = {
  create: { zh: '新建企业', en: 'New enterprise' },
  edit: { zh: '修改身份信息', en: 'Change identity' },
  created: { zh: '已建档', en: 'Dossier created' },
  saved: { zh: '身份信息已修改', en: 'Identity changed' },
  mayNotCreate: { zh: '您的角色不能新建企业', en: 'Your role may not create enterprises' },
  address: { zh: '地址', en: 'Address' },
  renameHint: { zh: '改名后，原名称作为曾用名保留', en: 'The present name is kept as a former name' },
  codeHint: { zh: '18 位；没有可留空', en: '18 characters; leave empty when there is none' },
  codeTooLong: { zh: '超过 18 位，请核对', en: 'Longer than 18 characters; please check' },
  compareLicence: {
    zh: '请对照营业执照核对。确有其码的，勾选后再次提交；这一确认会写入审计记录。',
    en: 'Compare it with the licence. If it is right, tick the box and submit again; this is kept in the audit trail.',
  },
  acceptCode: { zh: '已核对，仍按此登记', en: 'Checked; register it as it is' },
  industryHint: {
    zh: '输入代码或名称后从列表中选择，如 6513 或“软件”',
    en: 'Type a code or part of a name and choose from the list, e.g. 6513',
  },
  industryUnclear: {
    zh: '请从列表中选择，或输入 2 至 4 位代码',
    en: 'Choose from the list or type a 2 to 4 digit code',
  },
  emptyKeeps: { zh: '留空则保留已登记的内容', en: 'Left empty, what is registered stays' },
  dateAhead: { zh: '成立日期不能晚于今天', en: 'This date has not come yet' },
} satisfies Copy;
