import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';
import './progress.css';

export interface ProgressProps {
  label: string;
  /** 0 to 100; without it nobody knows how long it takes. */
  value?: number | undefined;
}

export function Progress({ label, value }: ProgressProps) {
  const isIndeterminate = value === undefined;
  return (
    <AriaProgressBar className="wm-progress" value={value ?? 0} isIndeterminate={isIndeterminate}>
      {({ percentage, valueText }) => (
        <>
          <span className="wm-progress-head">
            <Label className="wm-label">{label}</Label>
            <span className="wm-progress-value">{valueText}</span>
          </span>
          <span className="wm-progress-track">
            <span
              className={isIndeterminate ? 'wm-progress-bar wm-progress-open' : 'wm-progress-bar'}
              style={isIndeterminate ? {} : { width: `${percentage ?? 0}%` }}
            />
          </span>
        </>
      )}
    </AriaProgressBar>
  );
}
