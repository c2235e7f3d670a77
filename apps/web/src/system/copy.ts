import type { Copy } from '../shell/language.tsx';

export const systemCopy = {
  workbench: { zh: '工作台', en: 'Workbench' },
  today: (date: string) => ({ zh: `今天是 ${date}`, en: `Today is ${date}` }),
  lastCensus: (date: string) => ({ zh: `最近一次普查：${date}`, en: `Last census: ${date}` }),
  noCensus: { zh: '尚未普查', en: 'No census yet' },
  tasks: { zh: '待办', en: 'To do' },
  shortcuts: { zh: '常用', en: 'Often used' },
  nothingToDo: { zh: '没有待办', en: 'Nothing to do' },
} satisfies Copy;
