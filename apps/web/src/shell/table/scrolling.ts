/** Ref for a region that may scroll: only while it does, the keyboard can stop at it (WCAG 2.1.1). */
export function reachableWhenScrolling(region: HTMLElement | null): (() => void) | undefined {
  if (!region) return undefined;
  const check = () => {
    const scrolls = region.scrollWidth > region.clientWidth || region.scrollHeight > region.clientHeight;
    if (scrolls) region.tabIndex = 0;
    else region.removeAttribute('tabindex');
  };
  const watcher = new ResizeObserver(check);
  watcher.observe(region);
  if (region.firstElementChild) watcher.observe(region.firstElementChild);
  return () => watcher.disconnect();
}
