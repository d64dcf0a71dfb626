import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { complete, type Offer, type Offers } from './completion.ts';

export interface TextWithValuesProps {
  label: string;
  value: string;
  onChange(value: string): void;
  /** What is offered before the cursor, if anything is. */
  offersAt(text: string, cursor: number): Offers | undefined;
  kind: 'text' | 'expression';
  rows?: number;
  description?: ReactNode;
  /** What is wrong with it; it is kept all the same. */
  problem?: string | undefined;
  isLabelHidden?: boolean | undefined;
  language?: string;
  isFirst?: boolean;
}

/** A text in which earlier answers and other values can be put, chosen from a list while typing. */
export function TextWithValues(props: TextWithValuesProps) {
  const { label, value, onChange, offersAt, kind, rows = 1, description, problem, isLabelHidden, language } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [offers, setOffers] = useState<Offers | undefined>(undefined);
  const [active, setActive] = useState(0);
  const offered = offers?.options ?? [];
  const isOpen = offered.length > 0;

  const look = (text: string, cursor: number) => {
    setOffers(offersAt(text, cursor));
    setActive(0);
  };
  const choose = (offer: Offer) => {
    const target = field.current;
    if (!target || !offers) return;
    const next = complete(value, offers, offer);
    onChange(next.text);
    setOffers(undefined);
    requestAnimationFrame(() => target.setSelectionRange(next.cursor, next.cursor));
    target.focus();
  };
  const keyDown = (event: KeyboardEvent) => {
    if (!isOpen) return;
    const chosen = offered[active];
    if (event.key === 'ArrowDown') setActive((active + 1) % offered.length);
    else if (event.key === 'ArrowUp') setActive((active + offered.length - 1) % offered.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) choose(chosen);
    else if (event.key === 'Escape') setOffers(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="wm-field settings-values" data-invalid={problem && !isOpen ? true : undefined}>
      <label className={isLabelHidden ? 'wm-label wm-hidden' : 'wm-label'} htmlFor={id}>
        {label}
      </label>
      {description ? (
        <div className="wm-field-description" id={`${id}-help`}>
          {description}
        </div>
      ) : null}
      <textarea
        id={id}
        ref={field}
        className={`wm-input wm-text-area${kind === 'expression' ? ' settings-expression' : ''}`}
        rows={rows}
        style={{ minHeight: `${rows * 1.45 + 0.75}em` }}
        value={value}
        {...(language ? { lang: language } : {})}
        spellCheck={kind === 'text'}
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-describedby={`${id}-help ${id}-problem`}
        aria-invalid={problem ? true : undefined}
        {...(isOpen ? { 'aria-activedescendant': `${id}-${active}` } : {})}
        onChange={(event) => {
          onChange(event.target.value);
          look(event.target.value, event.target.selectionStart);
        }}
        onKeyDown={keyDown}
        onBlur={() => setOffers(undefined)}
      />
      <div className="settings-completions" id={`${id}-list`} role="listbox" aria-label="Values" hidden={!isOpen}>
        {offered.map((offer, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
          <div
            key={`${offer.insert} ${offer.code}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className="settings-completion"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(offer)}
          >
            <span>{offer.label}</span>
            <code>{offer.code}</code>
          </div>
        ))}
      </div>
      <div className="wm-field-error" id={`${id}-problem`}>
        {isOpen ? null : problem}
      </div>
    </div>
  );
}
