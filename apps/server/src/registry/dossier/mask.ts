/** `138****5678`; short numbers keep their first digit only. */
export function maskPhone(phone: string | null): string | null {
  if (phone === null) return null;
  const digits = [...phone];
  if (digits.length < 8) return `${digits[0] ?? ''}****`;
  return `${digits.slice(0, 3).join('')}****${digits.slice(-4).join('')}`;
}

/** `张**`: how long the name is, is not told either. */
export function maskName(name: string): string {
  return `${[...name.trim()][0] ?? ''}**`;
}

/** `l***@example.cn` */
export function maskEmail(email: string | null): string | null {
  if (email === null) return null;
  const at = email.lastIndexOf('@');
  return at < 1 ? '***' : `${email[0]}***${email.slice(at)}`;
}
