import type { Text } from '@forest/domain';

/** What the trail's actions are called. One without a name is shown as it is written. */
const names: Record<string, Text> = {
  'census.run': { zh: '启动普查', en: 'Census started' },
  'census.cancel': { zh: '取消普查', en: 'Census cancelled' },
  'conflict.settle': { zh: '核定数据冲突', en: 'Conflict settled' },
  'contact.reveal': { zh: '查看联系方式', en: 'Contact revealed' },
  'demo.load': { zh: '装入演示数据', en: 'Demonstration loaded' },
  'demo.remove': { zh: '清除演示数据', en: 'Demonstration removed' },
  'duplicate.dismiss': { zh: '确认不是同一家', en: 'Said to be different' },
  'enterprise.create': { zh: '新建企业', en: 'Enterprise created' },
  'enterprise.export': { zh: '导出企业数据', en: 'Enterprises exported' },
  'enterprise.merge': { zh: '合并企业', en: 'Enterprises merged' },
  'enterprise.move': { zh: '调整所属单位', en: 'Enterprise moved' },
  'enterprise.state': { zh: '变更企业状态', en: 'State changed' },
  'enterprise.unmerge': { zh: '撤销合并', en: 'Merge undone' },
  'enterprise.update': { zh: '修改企业身份信息', en: 'Identity changed' },
  'fact.correct': { zh: '更正数据', en: 'Fact corrected' },
  'import.receive': { zh: '上传文件', en: 'File received' },
  'import.configure': { zh: '调整导入设置', en: 'Import configured' },
  'import.start': { zh: '开始导入', en: 'Import started' },
  'import.cancel': { zh: '取消导入', en: 'Import cancelled' },
  'import.finish': { zh: '完成导入', en: 'Import finished' },
  'job.cancel': { zh: '取消任务', en: 'Job cancelled' },
  'qualification.add': { zh: '登记资质', en: 'Qualification added' },
  'qualification.revoke': { zh: '撤销资质', en: 'Qualification revoked' },
  'review.settle': { zh: '核实', en: 'Review settled' },
  'session.start': { zh: '登录', en: 'Signed in' },
  'session.end': { zh: '退出', en: 'Signed out' },
  'session.refuse': { zh: '登录失败', en: 'Sign-in refused' },
  'user.create': { zh: '新建用户', en: 'User created' },
  'user.remove': { zh: '删除用户', en: 'User removed' },
  'user.changePassword': { zh: '修改密码', en: 'Password changed' },
  'user.secondFactor': { zh: '变更第二因素', en: 'Second factor changed' },
};

export function actionName(action: string): Text {
  return Object.hasOwn(names, action) ? names[action]! : { zh: action, en: action };
}
