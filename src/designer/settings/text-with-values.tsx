import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { faultPlace } from '#expressions/fault-place.ts';
import { Button } from '#ui/button.tsx';
import { complete, type Offer, type Offers } from './completion.ts';
import { FormatBar, formattingOf } from './format-bar.tsx';
import { type Formatting, withFormatting } from './format-text.ts';
import type { TextProblem } from './text-problem.ts';

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
  problem?: string | TextProblem | undefined;
  /** What may have been meant instead. */
  mend?: { readonly label: string; readonly value: string } | undefined;
  isLabelHidden?: boolean | undefined;
  language?: string;
  /** Has buttons for what Markdown can do. */
  isFormatted?: boolean;
  onLeft?(): void;
}

/** A text in which earlier answers and other values can be put, chosen from a list while typing. */
export function TextWithValues(props: TextWithValuesProps) {
  const {
    label,
    value,
    onChange,
    offersAt,
    kind,
    rows = 1,
    description,
    problem,
    isLabelHidden,
    language,
    mend,
    isFormatted = false,
  } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const wasEntered = useRef(false);
  const [offers, setOffers] = useState<Offers | undefined>(undefined);
  const [active, setActive] = useState(0);
  const offered = offers?.options ?? [];
  const isOpen = offered.length > 0;

  const look = (text: string, cursor: number) => {
    setOffers(offersAt(text, cursor));
    setActive(0);
  };
  /** At once: the next key may come within the frame, and is meant where the cursor stands then. */
  const show = (target: HTMLTextAreaElement, text: string, start: number, end: number) => {
    flushSync(() => onChange(text));
    target.focus();
    target.setSelectionRange(start, end);
  };
  const choose = (offer: Offer) => {
    const target = field.current;
    if (!target || !offers) return;
    const next = complete(value, offers, offer);
    setOffers(undefined);
    show(target, next.text, next.cursor, next.cursor);
  };
  const format = (how: Formatting) => {
    const target = field.current;
    if (!target) return;
    // In a field that nobody was in yet, nothing is chosen: what is put in comes at the end.
    const [from, to] = wasEntered.current ? [target.selectionStart, target.selectionEnd] : [value.length, value.length];
    const made = withFormatting({ text: value, from, to }, how);
    show(target, made.text, made.from, made.to);
    if (how === 'value') look(made.text, made.from);
  };
  const keyDown = (event: KeyboardEvent) => {
    const how = isFormatted ? formattingOf(event) : undefined;
    if (how) {
      event.preventDefault();
      event.stopPropagation();
      format(how);
    }
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
        onFocus={() => {
          wasEntered.current = true;
        }}
        onBlur={() => {
          setOffers(undefined);
          props.onLeft?.();
        }}
      />
      {isFormatted ? <FormatBar label={label} onFormat={format} /> : null}
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
        {isOpen || !problem ? null : <Problem text={value} problem={problem} />}
      </div>
      {mend && !isOpen ? (
        <div>
          <Button size="small" onPress={() => onChange(mend.value)}>
            {mend.label}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** What is wrong, and the place with a few words around it. */
function Problem({ text, problem }: { text: string; problem: string | TextProblem }) {
  if (typeof problem === 'string') return problem;
  const { before, wrong, after } = faultPlace(text, problem.from, problem.to);
  return (
    <>
      {problem.message}{' '}
      <code className="settings-fault">
        {before}
        <mark>{wrong}</mark>
        {after}
      </code>
    </>
  );
}
