import { FileWordOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { shellCopy } from '../../shell/copy.ts';
import { download, fileUrl } from '../../shell/download.ts';
import { useCopy, useSay } from '../../shell/language.tsx';
import { ActionButton } from '../../shell/parts/ActionButton.tsx';
import { identityCopy } from '../identity/copy.ts';
import { EnterpriseDialog } from '../identity/EnterpriseDialog.tsx';
import { dossierCopy } from './copy.ts';
import { type Dossier, whyNot } from './dossier.ts';
import { StateDialog } from './StateDialog.tsx';

export function DossierActions({ dossier }: { dossier: Dossier }) {
  const t = useCopy(dossierCopy);
  const identity = useCopy(identityCopy);
  const shell = useCopy(shellCopy);
  const say = useSay();
  const [dialog, setDialog] = useState<'identity' | 'state'>();
  const close = () => setDialog(undefined);
  const reason = (action: string) => {
    const why = whyNot(dossier, action);
    return why ? say(why) : undefined;
  };
  return (
    <>
      <ActionButton disabledReason={reason('enterprise.edit')} onClick={() => setDialog('identity')}>
        {identity.edit}
      </ActionButton>
      <ActionButton disabledReason={reason('enterprise.edit')} onClick={() => setDialog('state')}>
        {t.changeState}
      </ActionButton>
      <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
        {shell.print}
      </Button>
      <ActionButton
        icon={<FileWordOutlined />}
        disabledReason={reason('enterprise.export')}
        onClick={() => download(fileUrl(`enterprises/${dossier.enterprise.id}/dossier.docx`))}
      >
        {t.exportDocx}
      </ActionButton>
      {dialog === 'identity' && <EnterpriseDialog dossier={dossier} onClose={close} />}
      {dialog === 'state' && <StateDialog dossier={dossier} onClose={close} />}
    </>
  );
}
