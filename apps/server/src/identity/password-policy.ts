import type { Text } from '@forest/domain';

export interface PasswordRules {
  minLength: number;
}

/** How many of lower case, upper case, digits and other characters a password needs (GB/T 22239 8.1.4.1). */
export const KINDS_NEEDED = 3;
/** How many earlier passwords may not come back. */
export const REMEMBERED = 5;

const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}\s]/u];
const EVERYWHERE = [
  'password',
  'passw0rd',
  'qwerty',
  '123456',
  '111111',
  'abc123',
  'admin',
  'letmein',
  'woaini',
  '5201314',
  'iloveyou',
];

export function passwordRulesText({ minLength }: PasswordRules): Text {
  return {
    zh: `至少 ${minLength} 位，含大写字母、小写字母、数字、符号中的三类，不含用户名和常见密码，不与最近 ${REMEMBERED} 次相同。`,
    en: `At least ${minLength} characters with three of: capitals, small letters, digits, symbols; without the user name or a common password; none of the last ${REMEMBERED}.`,
  };
}

/** @returns what is wrong with the password, or null. Earlier passwords are compared elsewhere: only hashes are kept. */
export function passwordFlaw(password: string, username: string, rules: PasswordRules): Text | null {
  const plain = password.toLowerCase();
  if ([...password].length < rules.minLength)
    return { zh: `密码至少 ${rules.minLength} 位。`, en: `The password needs at least ${rules.minLength} characters.` };
  if (KINDS.filter((kind) => kind.test(password)).length < KINDS_NEEDED)
    return {
      zh: '密码须含大写字母、小写字母、数字、符号中的三类。',
      en: 'The password needs three of: capitals, small letters, digits, symbols.',
    };
  if (username.length > 2 && plain.includes(username.toLowerCase()))
    return { zh: '密码不能包含用户名。', en: 'The password must not contain the user name.' };
  if (EVERYWHERE.some((common) => plain.includes(common)) || /(.)\1{3}/u.test(plain))
    return { zh: '密码过于常见。', en: 'The password is too common.' };
  return null;
}
