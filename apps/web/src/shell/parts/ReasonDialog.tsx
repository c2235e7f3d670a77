import { Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { shellCopy } from '../copy.ts';
import { messageOf, remedyOf } from '../errors.ts';
import { useCopy, useLanguage } from '../language.tsx';
import { Field } from './Field.tsx';

interface ReasonDialogProps {
  title: string;
  okText?: string;
  danger?: boolean;
  busy?: boolean;
  error?: unknown;
  /** False while the rest of the form is not complete. */
  ready?: boolean;
  children?: ReactNode;
  onSubmit(reason: string): void;
  onClose(): void;
}

/** A change that has to be justified: what is about to happen, why, and two ways out. */
export function ReasonDialog(props: ReasonDialogProps) {
  const t = useCopy(shellCopy);
  const { language } = useLanguage();
  const [reason, setReason] = useState('');
  const fault = props.error ? [messageOf(props.error, language), remedyOf(props.error, language)] : [];
  const complete = reason.trim().length >= 2 && props.ready !== false;
  return (
    <Modal
      open
      title={props.title}
      okText={props.okText ?? t.confirm}
      cancelText={t.cancel}
      okButtonProps={{ danger: props.danger, disabled: !complete, loading: props.busy }}
      onOk={() => props.onSubmit(reason.trim())}
      onCancel={props.onClose}
    >
      {props.children}
      <Field label={t.reason} hint={t.reasonHint} error={fault.filter(Boolean).join(' ') || undefined}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
            value={reason}
            onChange={(e) => setReason(e.target.value)}
          />
        )}
      </Field>
    </Modal>
  );
}
