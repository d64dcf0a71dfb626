import { Banner } from '#ui/banner.tsx';
import { countWords } from '../words/count.ts';

/** Below this, figures jump with every further visit. */
export const ENOUGH = 30;

/** Says that there is little evidence; nothing where there is enough, or none at all. */
export function FewWarning({ n, what }: { readonly n: number; readonly what: string }) {
  if (n === 0 || n >= ENOUGH) return null;
  return (
    <Banner tone="warning" title={`Only ${countWords(n)} ${what}`}>
      With fewer than {ENOUGH}, these figures may be chance. Choose a longer period or more versions.
    </Banner>
  );
}
