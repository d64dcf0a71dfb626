import './reasons.css';

export interface ReasonsProps {
  /** Sentences, in the order in which things happened. */
  reasons: readonly { readonly words: string }[];
  /** Said where there are none. */
  none: string;
}

/** Says in words how something came about, one thing after the other. */
export function Reasons({ reasons, none }: ReasonsProps) {
  if (reasons.length === 0) return <p>{none}</p>;
  return (
    <ol className="wm-reasons">
      {reasons.map(({ words }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same may happen twice, and nothing moves
        <li key={n}>{words}</li>
      ))}
    </ol>
  );
}
