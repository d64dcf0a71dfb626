import { FindDialog } from './find-dialog.tsx';

export interface TopicDialogProps<Id extends string> {
  /** The places of an Interaction that may be entered from anywhere. */
  topics: readonly { readonly element: Id; readonly name: string }[];
  isOpen: boolean;
  onChoose: (element: Id) => void;
  onClose: () => void;
}

/** The customer changes the topic: where to go on is found by typing. */
export function TopicDialog<Id extends string>({ topics, isOpen, onChoose, onClose }: TopicDialogProps<Id>) {
  return (
    <FindDialog
      title="Go to another topic"
      label="Find a topic"
      listLabel="Topics"
      none="No topic fits."
      items={topics.map(({ element, name }) => ({ id: element, title: name }))}
      isOpen={isOpen}
      onChoose={(id) => {
        const chosen = topics.find(({ element }) => element === id);
        if (chosen) onChoose(chosen.element);
      }}
      onClose={onClose}
    />
  );
}
