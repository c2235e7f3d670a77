/** What of an unexpected error goes into the log: the database's detail would repeat the row's values. */
export function forLog(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? String(error.code) : undefined;
  return { name, message, code, stack, ...(cause instanceof Error && { cause: forLog(cause) }) };
}
