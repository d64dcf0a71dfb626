import { type ReactFlowState, useStore } from '@xyflow/react';
import { useState } from 'react';
import { type Sight, sightOf } from './sight.ts';

/** What must be drawn for what is seen; whoever asks is drawn again only when that is something else. */
export function useSight(): Sight {
  const [select] = useState(() => {
    let last: Sight = { isFar: false, region: undefined };
    return ({ transform: [x, y, zoom], width, height }: ReactFlowState) => {
      last = sightOf(last, { x, y, zoom, width, height });
      return last;
    };
  });
  return useStore(select);
}
