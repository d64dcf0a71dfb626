import { EyeOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { Button } from '#ui/button.tsx';
import { useEditor } from '../../page/editor-context.ts';
import { runsOf } from '../../tests/runs-of.ts';
import './coverage-bar.css';

/** Says what the colours on the map mean while what no test reaches is shown there, and takes them away. */
export function CoverageBar() {
  const editor = useEditor();
  const runs = runsOf(editor, undefined);
  const { covered } = useSyncExternalStore(runs.subscribe, () => runs.state);
  if (!covered) return null;
  const { elements, exits, rules } = covered.coverage;
  const parts = [
    `${elements.reached} of ${elements.all} elements`,
    `${exits.reached} of ${exits.all} exits`,
    ...(rules.all > 0 ? [`${rules.reached} of ${rules.all} rule outcomes`] : []),
  ];
  return (
    <section className="coverage-bar" aria-label="Coverage on the map">
      <span className="coverage-bar-sign" aria-hidden="true" />
      <p>Coloured: no test comes there. Tests reach {parts.join(', ')}.</p>
      <Button size="small" variant="quiet" icon={<EyeOff />} onPress={() => runs.showOnMap(false)}>
        Hide coverage
      </Button>
    </section>
  );
}
