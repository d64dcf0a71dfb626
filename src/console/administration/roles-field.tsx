import { ROLE_TABLE, ROLES, type Role } from '#api/permissions.ts';
import { CheckboxGroup } from '#ui/checkbox.tsx';

const OPTIONS = ROLES.map((role) => ({
  id: role,
  label: ROLE_TABLE[role].title,
  description: `Can: ${ROLE_TABLE[role].can} Cannot: ${ROLE_TABLE[role].cannot}`,
}));

export interface RolesFieldProps {
  readonly value: readonly Role[];
  readonly onChange: (roles: Role[]) => void;
  readonly error?: string | undefined;
}

/** The roles, each with what it allows and what it does not. Somebody with several may do what any of them may. */
export function RolesField({ value, onChange, error }: RolesFieldProps) {
  return (
    <CheckboxGroup<Role>
      label="Roles"
      description="Somebody with several roles may do what any of them may."
      options={OPTIONS}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}

/** `Designer, Reviewer`. */
export function roleTitles(roles: readonly Role[]): string {
  return roles.map((role) => ROLE_TABLE[role].title).join(', ');
}
