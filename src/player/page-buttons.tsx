/** @jsxImportSource preact */
import type { FieldProblem } from '#contract/command.ts';
import type { PageButton } from '#contract/page.ts';
import type { PlayerWords } from '#parts/words.ts';

interface PageButtonsProps {
  readonly buttons: readonly PageButton[];
  readonly problems: readonly FieldProblem[];
  readonly words: PlayerWords;
  /** Kept as they are: an answer is on its way, or a stored step is shown. */
  readonly locked: boolean;
  press(button: string): void;
}

/** What can be done beside answering. Each says under itself why it could not be done. */
export function PageButtons({ buttons, problems, words, locked, press }: PageButtonsProps) {
  return (
    <ul class="actions" aria-label={words.actions}>
      {buttons.map((button) => {
        const problem = problems.find(({ field }) => field === button.id);
        const described = problem ? `a-${button.id}-problem` : undefined;
        const pressed = () => !locked && !button.busy && press(button.id);
        return (
          <li key={button.id}>
            {button.href === undefined ? (
              <button
                type="button"
                class="action"
                aria-disabled={locked || button.busy}
                aria-busy={button.busy}
                aria-describedby={described}
                onClick={pressed}
              >
                {button.label}
                {button.busy && <span class="hidden"> ({words.working})</span>}
              </button>
            ) : (
              <a
                class="action"
                href={button.href}
                target="_blank"
                rel="noopener noreferrer"
                aria-describedby={described}
                onClick={pressed}
              >
                {button.label}
                <span class="hidden"> ({words.opensInNewTab})</span>
                <svg viewBox="0 0 24 24" aria-hidden="true">
                  <path d="M7 17 17 7M8 7h9v9" />
                </svg>
              </a>
            )}
            {problem && (
              <p class="field-problem" id={described}>
                {problem.message}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
