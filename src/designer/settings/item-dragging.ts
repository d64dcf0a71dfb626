import { type DragEvent, useState } from 'react';
import type { ItemsPartProps } from '#ui/element-form.ts';

export interface ItemDragging {
  /** What the whole list does while something is dragged over it: an empty one takes things, too. */
  readonly list: Pick<React.HTMLAttributes<HTMLElement>, 'onDragOver' | 'onDragLeave' | 'onDrop'>;
  item(index: number): Pick<React.LiHTMLAttributes<HTMLLIElement>, 'onDragOver' | 'onDrop'> & {
    readonly 'data-drop': 'above' | 'below' | undefined;
  };
  grip(index: number, name: string): Pick<React.HTMLAttributes<HTMLElement>, 'onDragStart' | 'onDragEnd'>;
  /** Something of another list would come to stand at the end. */
  readonly isOverEnd: boolean;
}

type Over = number | 'end' | undefined;

/** Dragging things within their list, and into it from those lists that take them too. */
export function useItemDragging(
  count: number,
  exchange: ItemsPartProps['exchange'],
  onMove: (from: number, to: number) => void,
  onTaken: (to: number) => void,
): ItemDragging {
  const [dragged, setDragged] = useState<number | undefined>(undefined);
  const [over, setOver] = useState<Over>(undefined);
  const type = exchange && `application/x-waymark-${exchange.kind}`;
  const isForeign = ({ dataTransfer }: DragEvent) => type !== undefined && dataTransfer.types.includes(type);
  const hold = (event: DragEvent, place: Over) => {
    if (dragged === undefined && !isForeign(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (over !== place) setOver(place);
  };
  const drop = (event: DragEvent, to: number) => {
    setOver(undefined);
    const [list, from] = type === undefined ? [] : event.dataTransfer.getData(type).split(' ').map(Number);
    if (dragged === undefined && (list === undefined || from === undefined)) return;
    event.preventDefault();
    event.stopPropagation();
    setDragged(undefined);
    if (dragged !== undefined) onMove(dragged, Math.min(to, count - 1));
    else if (list !== undefined && from !== undefined) {
      exchange?.onTake(list, from, to);
      onTaken(to);
    }
  };
  return {
    list: {
      onDragOver: (event) => hold(event, 'end'),
      onDragLeave: (event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
          setOver(undefined);
      },
      onDrop: (event) => drop(event, count),
    },
    item: (index) => ({
      'data-drop':
        over !== index || dragged === index ? undefined : dragged !== undefined && dragged < index ? 'below' : 'above',
      onDragOver: (event) => hold(event, index),
      onDrop: (event) => drop(event, index),
    }),
    grip: (index, name) => ({
      onDragStart: (event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', name);
        if (type !== undefined && exchange) event.dataTransfer.setData(type, `${exchange.list} ${index}`);
        setDragged(index);
      },
      onDragEnd: () => {
        setDragged(undefined);
        setOver(undefined);
      },
    }),
    isOverEnd: over === 'end' && dragged === undefined,
  };
}
