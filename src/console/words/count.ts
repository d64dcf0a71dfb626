const COUNT = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** `12,345`; a dash for none. */
export function countWords(count: number | null): string {
  return count === null ? '–' : COUNT.format(count);
}

/** `1 session`, `12,345 sessions`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${COUNT.format(count)} ${count === 1 ? one : many}`;
}

/** A share from 0 to 1 as percent: `0 %` and `100 %` only where they are exact, so that few never look like none. */
export function shareWords(share: number | null): string {
  if (share === null) return '–';
  if (share === 0 || share === 1) return `${share * 100} %`;
  if (share < 0.001) return '< 0.1 %';
  if (share > 0.999) return '> 99.9 %';
  return share < 0.0995
    ? `${(share * 100).toFixed(1)} %`
    : share > 0.995
      ? `${(share * 100).toFixed(1)} %`
      : `${Math.round(share * 100)} %`;
}
