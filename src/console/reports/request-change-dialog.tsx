import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { changeRequestRoutes } from '#api/change-requests.ts';
import { userRoutes } from '#api/users.ts';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { showToast } from '#ui/toasts.ts';
import { dayWords } from '#ui/when.ts';
import { Unread } from '../app/loaded.tsx';
import { useAccountId, useTimeZone } from '../app/who.tsx';
import { WritingDialog } from '../app/writing-dialog.tsx';
import { figuresOf, figureWords } from '../change-requests/figures.ts';
import { reading } from '../data/reading.ts';
import { useWriting } from '../data/writing.ts';
import type { ElementPanelProps } from './element-panel.tsx';

const NOBODY = 'nobody';

/** Asks for a change of an element, with the figures that gave rise to it. */
export function RequestChangeDialog(props: ElementPanelProps & { readonly name: string }) {
  const { row, cut, element, flow, version, name, onClose } = props;
  const account = useAccountId();
  const zone = useTimeZone();
  const users = useQuery(reading(userRoutes.list, { account }, { limit: 200 }));
  const people = users.data?.items.filter((user) => !user.disabled) ?? [];
  const [wish, setWish] = useState('');
  const [owner, setOwner] = useState<string>(NOBODY);
  const [isChecked, setChecked] = useState(false);
  const figures = flow ? figuresOf(flow) : {};
  const create = useWriting(changeRequestRoutes.create, () => {
    showToast({ text: `Change requested for “${name}”` });
    onClose();
  });
  const isMissing = wish.trim() === '';
  const period = { from: Number(cut.from), to: Number(cut.to) };
  const submit = () => {
    setChecked(true);
    if (isMissing) return;
    const chosen = people.find(({ id }) => id === owner)?.id;
    create.mutate({
      params: { account },
      body: {
        interaction: row.id,
        version,
        element,
        period,
        figures,
        wish: wish.trim(),
        ...(chosen ? { owner: chosen } : {}),
      },
    });
  };
  return (
    <WritingDialog
      title={`Request a change of “${name}”`}
      onClose={onClose}
      act="Request change"
      onAct={submit}
      isPending={create.isPending}
      error={create.error}
    >
      <dl className="wc-facts">
        <dt>Element</dt>
        <dd>
          {name}, version {version}
        </dd>
        <dt>Period</dt>
        <dd>
          {dayWords(period.from, zone)} to {dayWords(period.to - 1, zone)}
        </dd>
        {figureWords(figures).map(({ title, words }) => (
          <FigureRow key={title} title={title} words={words} />
        ))}
      </dl>
      <TextArea
        label="What should change, and what you expect of it"
        value={wish}
        onChange={setWish}
        error={isChecked && isMissing ? 'Say what should change, so that the owner can act on it.' : undefined}
        autoFocus
      />
      <Select<string>
        label="Owner"
        description="Who takes care of it."
        options={[{ id: NOBODY, label: 'Nobody yet' }, ...people.map(({ id, name: words }) => ({ id, label: words }))]}
        value={owner}
        onChange={setOwner}
      />
      <Unread query={users} what="People to choose from" />
    </WritingDialog>
  );
}

function FigureRow({ title, words }: { readonly title: string; readonly words: string }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{words}</dd>
    </>
  );
}
