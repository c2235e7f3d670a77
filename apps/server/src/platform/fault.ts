import type { FaultCode } from '@forest/api';
import type { Text } from '@forest/domain';

/**
 * A refusal that people will read. Use cases throw it; the edge turns it into HTTP once (http/error-mapping.ts).
 * `text` names what and where, `remedy` what to do.
 */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly text: Text;
  readonly remedy: Text | null;

  constructor(code: FaultCode, text: Text, remedy: Text | null = null) {
    super(text.en);
    this.name = 'Fault';
    this.code = code;
    this.text = text;
    this.remedy = remedy;
  }
}

export function signedOut(): Fault {
  return new Fault(
    'signed_out',
    { zh: '尚未登录，或登录已过期。', en: 'You are not signed in, or the session has ended.' },
    { zh: '请登录后再试。', en: 'Sign in and try again.' },
  );
}

/** The same words whether the thing is out of reach or does not exist, so that ids cannot be probed. */
export function notFound(what: Text): Fault {
  return new Fault(
    'not_found',
    { zh: `找不到${what.zh}，或您无权查看。`, en: `There is no such ${what.en}, or you may not see it.` },
    { zh: '请检查链接，或联系本单位的管理员。', en: 'Check the link, or ask the administrator of your unit.' },
  );
}

export function forbidden(): Fault {
  return new Fault(
    'forbidden',
    { zh: '您的角色不能进行这项操作。', en: 'Your role does not allow this.' },
    { zh: '如需权限，请联系安全管理员。', en: 'Ask the security administrator if you need it.' },
  );
}

export function conflict(text: Text): Fault {
  return new Fault('conflict', text, { zh: '请刷新后再试。', en: 'Reload and try again.' });
}
