/**
 * Acts as soon as an element takes up room: at once as a rule, later where what stands around it is still being laid out.
 * A view that is fitted into nothing would show nothing ever after.
 */
export function onceSized(element: Element | null, act: () => void): void {
  if (element === null) return;
  const { width, height } = element.getBoundingClientRect();
  if (width > 0 && height > 0) {
    act();
    return;
  }
  const observer = new ResizeObserver(([entry]) => {
    if (!entry || entry.contentRect.width === 0 || entry.contentRect.height === 0) return;
    observer.disconnect();
    act();
  });
  observer.observe(element);
}
