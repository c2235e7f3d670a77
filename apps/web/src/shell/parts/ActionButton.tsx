import { Button, type ButtonProps, Tooltip } from 'antd';

interface ActionButtonProps extends Omit<ButtonProps, 'disabled'> {
  /** Why this may not be done now; undefined = it may. */
  disabledReason?: string;
}

/** A button that, when it may not be pressed, says why: on hover, on focus and to a screen reader. It keeps its focus. */
export function ActionButton({ disabledReason, onClick, className, htmlType, ...rest }: ActionButtonProps) {
  if (!disabledReason) return <Button {...rest} className={className} htmlType={htmlType} onClick={onClick} />;
  return (
    <Tooltip title={disabledReason} trigger={['hover', 'focus']}>
      <Button
        {...rest}
        className={`${className ?? ''} is-disabled`}
        aria-disabled="true"
        aria-description={disabledReason}
        onClick={(event) => event.preventDefault()}
      />
    </Tooltip>
  );
}
