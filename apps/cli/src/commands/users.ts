import { type Role, roles } from '@forest/domain';
import { addUser, openTools } from '@forest/server';
import type { Command } from 'commander';
import { CommandFault, exitCode, type Output } from '../output.ts';
import { action } from '../run.ts';
import { type InDistrict, withDistrict } from './data-folder.ts';

interface AddOptions extends InDistrict {
  name?: string;
  email?: string;
  role: string;
  unit?: string;
  enterprise?: string;
}

/** `forest users add NAME --role …`: the first password is printed once and has to be changed at the first sign-in. */
export function addUsers(program: Command): void {
  const users = program.command('users').description('用户 · users');
  withDistrict(users.command('add').argument('<username>'))
    .description('新建用户 · add a user')
    .requiredOption('--role <role>', roles.join(' | '))
    .option('--name <name>', '姓名 · name shown')
    .option('--email <address>', '邮箱 · e-mail')
    .option('--unit <id>', '所属单位，默认为区 · unit, the district by default')
    .option('--enterprise <id>', '企业用户所属企业 · enterprise of an enterprise user')
    .action(action<[string, AddOptions]>(add));
}

async function add(output: Output, username: string, options: AddOptions): Promise<void> {
  const { data, district, name = username, email = null, unit = district, enterprise } = options;
  const role = roles.find((one): one is Role => one === options.role);
  if (!role)
    throw new CommandFault(
      {
        zh: `没有角色 ${options.role}；可用：${roles.join('、')}`,
        en: `No role ${options.role}; choose from ${roles.join(', ')}`,
      },
      exitCode.badInput,
    );
  const tools = await openTools({ dataDir: data });
  try {
    const enterpriseId = enterprise === undefined ? null : Number(enterprise);
    const made = await addUser(tools, { username, name, email, role, unitId: unit, district, enterpriseId });
    output.result(made, [
      output.language === 'zh'
        ? `已新建 ${username}，首次密码 ${made.firstPassword}（只显示这一次，首次登录须修改）`
        : `${username} was made; first password ${made.firstPassword} (shown once, to be changed at the first sign-in)`,
    ]);
  } finally {
    await tools.close();
  }
}
