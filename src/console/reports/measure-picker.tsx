import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { faceOfMeasure, MAP_MEASURES, type MapMeasure } from './map-measures.ts';

export interface MeasurePickerProps {
  readonly measure: MapMeasure;
  readonly onChange: (measure: MapMeasure) => void;
}

/** What the colours of the map say. */
export function MeasurePicker({ measure, onChange }: MeasurePickerProps) {
  return (
    <div className="wc-stack-tight">
      <ToggleButtonGroup
        aria-label="Colour by"
        className="wc-segments"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[measure]}
        onSelectionChange={(keys) => {
          const chosen = MAP_MEASURES.find((id) => keys.has(id));
          if (chosen) onChange(chosen);
        }}
      >
        {MAP_MEASURES.map((id) => (
          <ToggleButton key={id} id={id} className="wc-segment">
            {faceOfMeasure(id).title}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <p className="wc-muted">{faceOfMeasure(measure).says} Thicker connectors carry more people.</p>
    </div>
  );
}
