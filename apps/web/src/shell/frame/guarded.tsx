import type { Action } from '@forest/domain';
import type { FunctionComponent } from 'react';
import { useMay } from '../session.ts';
import { Forbidden } from './Fallbacks.tsx';

/** The page for those who may do `action` somewhere; the others are told so. The server checks again, each time. */
export function guarded(action: Action, Content: FunctionComponent) {
  return function Guarded() {
    return useMay()(action) ? <Content /> : <Forbidden />;
  };
}
