const cell = new DataView(new ArrayBuffer(8));

/** The next double away from (`+1`) or towards (`-1`) infinity; NaN and zero stay where they are. */
export function nextDouble(value: number, direction: 1 | -1): number {
  if (value === 0 || Number.isNaN(value)) return value;
  cell.setFloat64(0, value);
  const outward = value > 0 === direction > 0 ? 1n : -1n;
  cell.setBigInt64(0, cell.getBigInt64(0) + outward);
  return cell.getFloat64(0);
}
