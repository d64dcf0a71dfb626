import { connectExit } from '../editor/connect.ts';
import { exitsToward } from '../editor/connecting.ts';
import type { Behaviour } from './behaviour.ts';

/** An element dropped on a connector comes between its ends. */
export const insertSplices: Behaviour = {
  name: 'An element put on a connector is inserted there',
  react(draft) {
    for (const { element, on } of draft.inserted) {
      const connector = on === undefined ? undefined : draft.now.connectors[on];
      if (on === undefined || !connector) continue;
      const target = connector.to;
      const fits = exitsToward(draft, connector.from, element).some(
        ({ name }) => name === (connector.exit ?? draft.exitsOf(connector.from)[0]?.name),
      );
      const onward = exitsToward(draft, element, target)[0];
      if (!fits) continue;
      draft.put(['connectors', on, 'to'], element);
      if (onward) connectExit(draft, element, onward, target);
    }
  },
};
