import type { CoveragePart } from '#engine/tests/coverage.ts';
import { Switch } from '#ui/switch.tsx';
import { useEditor, useInteraction } from '../../page/editor-context.ts';
import { type CoverageGap, coverageGaps } from '../../tests/coverage-gaps.ts';
import type { RunsState, TestRuns } from '../../tests/test-runs.ts';
import { JumpLink } from './jump-link.tsx';

/** What all tests together reach, and what they do not: in numbers, as a list, and on the map. */
export function CoverageSection({ runs, state }: { runs: TestRuns; state: RunsState }) {
  const editor = useEditor();
  const interaction = useInteraction();
  const { covered, isOnMap } = state;
  const gaps = covered ? coverageGaps(interaction, editor.catalog, covered.coverage) : [];
  return (
    <section className="panel-coverage" aria-label="Coverage">
      <h3>Coverage</h3>
      <Switch isSelected={isOnMap} onChange={(is) => runs.showOnMap(is)}>
        Show on the map what no test reaches
      </Switch>
      {covered ? (
        <>
          <dl className="panel-coverage-parts">
            <Part label="Elements" part={covered.coverage.elements} />
            <Part label="Exits" part={covered.coverage.exits} />
            <Part label="Rule outcomes" part={covered.coverage.rules} />
          </dl>
          {gaps.length === 0 ? (
            <p className="panel-muted">The tests reach everything.</p>
          ) : (
            <ul className="panel-gaps" aria-label="Not reached">
              {gaps.map((gap) => (
                <Gap key={gap.element} gap={gap} />
              ))}
            </ul>
          )}
        </>
      ) : (
        <p className="panel-muted">Run all tests to see what they reach.</p>
      )}
    </section>
  );
}

function Part({ label, part: { reached, all } }: { label: string; part: CoveragePart<string> }) {
  if (all === 0) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {reached} of {all}
      </dd>
    </div>
  );
}

function Gap({ gap: { element, isUnreached, exits, rules } }: { gap: CoverageGap }) {
  return (
    <li>
      <JumpLink at={element} />{' '}
      <span className="panel-muted">
        {isUnreached
          ? 'no test comes here'
          : [...rules.map(({ label }) => `rule “${label}”`), ...exits.map(({ label }) => `exit “${label}”`)].join(', ')}
      </span>
    </li>
  );
}
