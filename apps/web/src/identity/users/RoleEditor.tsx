import { CloseOutlined } from '@ant-design/icons';
import { roleNames } from '@forest/domain';
import { Button, Input } from 'antd';
import { useCopy, useSay } from '../../shell/language.tsx';
import { Choice } from '../../shell/parts/Choice.tsx';
import { treeRows, useUnits } from '../../shell/units.ts';
import { usersCopy } from './copy.ts';
import type { GrantDraft } from './grants.ts';
import { grantableRoles } from './search.ts';

interface RoleEditorProps {
  drafts: readonly GrantDraft[];
  onChange(drafts: GrantDraft[]): void;
}

/** Roles and where each is held, one line a role. */
export function RoleEditor({ drafts, onChange }: RoleEditorProps) {
  const t = useCopy(usersCopy);
  const say = useSay();
  const units = treeRows(useUnits()).map(({ unit, depth }) => ({
    value: unit.id,
    label: '\u3000'.repeat(depth) + say(unit.name),
  }));
  const set = (at: number, change: Partial<GrantDraft>) =>
    onChange(drafts.map((draft, index) => (index === at ? { ...draft, ...change } : draft)));
  return (
    <fieldset className="stack">
      <legend>{t.roles}</legend>
      {drafts.length === 0 && <p className="muted">{t.noRoles}</p>}
      {drafts.map((draft, at) => (
        // Lines are only added at the end and removed one by one, so their place names them.
        <div className="row" key={`${at}-${drafts.length}`}>
          <Choice
            aria-label={t.role}
            value={draft.role}
            options={grantableRoles.map((role) => ({ value: role, label: say(roleNames[role]) }))}
            onChange={(role) => set(at, { role: grantableRoles.find((one) => one === role) ?? draft.role })}
          />
          <Choice
            aria-label={t.unit}
            value={draft.unitId}
            options={[{ value: '', label: '—' }, ...units]}
            onChange={(unitId) => set(at, { unitId })}
          />
          {draft.role === 'enterpriseUser' && (
            <Input
              aria-label={t.enterpriseId}
              placeholder={t.enterpriseId}
              inputMode="numeric"
              className="short-input"
              value={draft.enterpriseId ?? ''}
              onChange={(e) => set(at, { enterpriseId: Number(e.target.value.replace(/\D/g, '')) || null })}
            />
          )}
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t.removeRole(say(roleNames[draft.role]))}
            onClick={() => onChange(drafts.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <div>
        <Button
          size="small"
          onClick={() => onChange([...drafts, { role: 'serviceOfficer', unitId: '', enterpriseId: null }])}
        >
          {t.addRole}
        </Button>
      </div>
    </fieldset>
  );
}
