import './reasons.css';

export interface ReasonsProps {
  /** Sentences, in the order in which things happened; `about` stands over the first of a step: who, when. */
  reasons: readonly { readonly words: string; readonly about?: string | undefined }[];
  /** Said where there are none. */
  none: string;
}

/** Says in words how something came about, one thing after the other. */
export function Reasons({ reasons, none }: ReasonsProps) {
  if (reasons.length === 0) return <p>{none}</p>;
  return (
    <ol className="wm-reasons">
      {reasons.map(({ words, about }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same may happen twice, and nothing moves
        <li key={n}>
          {about === undefined ? null : <small>{about}</small>}
          {words}
        </li>
      ))}
    </ol>
  );
}
