import { Button } from 'antd';
import { useState } from 'react';
import { shellCopy } from '../shell/copy.ts';
import { useCopy } from '../shell/language.tsx';
import { ActionButton } from '../shell/parts/ActionButton.tsx';
import { useMay } from '../shell/session.ts';
import { registryCopy } from './copy.ts';
import { MoveDialog } from './MoveDialog.tsx';

/** What can be done with the chosen rows; it stays across pages of the list. */
export function BatchBar({ selected, onDone }: { selected: ReadonlySet<number>; onDone(): void }) {
  const t = useCopy(registryCopy);
  const shell = useCopy(shellCopy);
  const may = useMay();
  const [moving, setMoving] = useState(false);
  return (
    <div className="batch-bar">
      <span aria-live="polite">{shell.selected(selected.size)}</span>
      <ActionButton
        size="small"
        disabledReason={may('enterprise.edit') ? undefined : t.mayNotEdit}
        onClick={() => setMoving(true)}
      >
        {t.moveUnit}
      </ActionButton>
      <Button size="small" type="link" onClick={onDone}>
        {shell.clearSelection}
      </Button>
      {moving && <MoveDialog ids={[...selected]} onClose={() => setMoving(false)} onMoved={onDone} />}
    </div>
  );
}
