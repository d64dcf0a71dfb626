import { useInfiniteQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type Team, teamRoutes } from '#api/teams.ts';
import { type Person, type User, userRoutes } from '#api/users.ts';
import { ComboBox } from '#ui/combo-box.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { showToast } from '#ui/toasts.ts';
import { roleTitles } from '../administration/roles-field.tsx';
import { useAccountId } from '../app/who.tsx';
import { readingPages } from '../data/reading.ts';
import { useWriting } from '../data/writing.ts';
import './teams.css';

/** Who is in a team, each with the way out, and one field to put others in. */
export function TeamMembers({ team }: { readonly team: Team }) {
  const account = useAccountId();
  const params = { account, team: team.id };
  const { members = [] } = team;
  const mayChange = team.abilities.includes('change');
  const add = useWriting(teamRoutes.addMember);
  const remove = useWriting(teamRoutes.removeMember);
  const takeOut = ({ id, name }: Person) => {
    remove.mutate(
      { params: { ...params, user: id } },
      {
        onSuccess: () =>
          showToast({
            text: `${name} is out of “${team.name}”`,
            onUndo: () => add.mutate({ params, body: { user: id } }),
          }),
      },
    );
  };
  const error = add.error ?? remove.error;
  return (
    <section className="wc-stack-tight">
      <h3>People in it</h3>
      {error ? <FailureBanner error={error} /> : null}
      {members.length === 0 ? <p className="wc-muted">Nobody is in this team yet.</p> : null}
      <ul className="wc-team" aria-label={`People in ${team.name}`}>
        {members.map((person) => (
          <li key={person.id}>
            <span>{person.name}</span>
            {mayChange ? (
              <IconButton
                label={`Take ${person.name} out`}
                icon={<X />}
                size="small"
                onPress={() => takeOut(person)}
                isDisabled={remove.isPending}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayChange ? <PutIn members={members} onChoose={(user) => add.mutate({ params, body: { user } })} /> : null}
    </section>
  );
}

interface PutInProps {
  readonly members: readonly Person[];
  readonly onChoose: (user: User['id']) => void;
}

function PutIn({ members, onChoose }: PutInProps) {
  const account = useAccountId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<User['id'] | null>(null);
  // Empty again behind each person who is in, and still in focus for the next.
  if (chosen !== null && members.some(({ id }) => id === chosen)) setChosen(null);
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = useInfiniteQuery(
    readingPages(userRoutes.list, { account }, { limit: 200 }),
  );
  // The whole list is needed: whoever is not among the first is found by typing too.
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  if (error) return <FailureBanner error={error} onRetry={() => void refetch()} />;
  const people = data?.pages.flatMap(({ items }) => items) ?? [];
  const others = people.filter(({ id, disabled }) => !disabled && !members.some((member) => member.id === id));
  if (data && !hasNextPage && others.length === 0) return <p className="wc-muted">Everybody is in it.</p>;
  return (
    <ComboBox<User['id']>
      label="Put somebody in"
      description="Type a part of the name."
      options={others
        .filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(text.trim().toLowerCase()))
        .map(({ id, name, roles }) => ({ id, label: name, description: roleTitles(roles) }))}
      value={chosen}
      onSearch={setText}
      isDisabled={data === undefined}
      onChange={(user) => {
        setChosen(user);
        if (user !== null) onChoose(user);
      }}
    />
  );
}
