import { Button, Modal } from 'antd';
import { shellCopy } from '../../shell/copy.ts';
import { useCopy } from '../../shell/language.tsx';
import { usersCopy } from './copy.ts';

/** The only moment in which a first password can be read. */
export function FirstPassword(props: { username: string; password: string; onClose(): void }) {
  const t = useCopy(usersCopy);
  const shell = useCopy(shellCopy);
  return (
    <Modal
      open
      closable={false}
      title={t.firstPassword}
      footer={
        <Button type="primary" onClick={props.onClose}>
          {shell.close}
        </Button>
      }
    >
      <p className="notice">{t.firstPasswordNote}</p>
      <dl className="facts">
        <div>
          <dt>{t.username}</dt>
          <dd className="code">{props.username}</dd>
        </div>
        <div>
          <dt>{t.firstPassword}</dt>
          <dd className="code">{props.password}</dd>
        </div>
      </dl>
    </Modal>
  );
}
