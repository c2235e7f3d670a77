/** How far something long has come, 0 to 1; the native element speaks for itself. */
export function ProgressLine({ label, value }: { label: string; value: number }) {
  const percent = Math.floor(value * 100);
  return (
    <div className="progress">
      <progress aria-label={label} max={100} value={percent} />
      <span className="figure">{percent} %</span>
    </div>
  );
}
