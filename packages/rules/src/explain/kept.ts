import type { Answer, State } from './state.ts';

export type Value = (state: State) => number;

/**
 * Remembers a value within one explanation. Where floats may be unsure on the way, that is remembered too, so that
 * whoever reads the value again hears it.
 */
export function kept(compute: Value, mayDoubt: boolean): Value {
  let run = -1;
  let value = 0;
  let unsure = false;
  if (!mayDoubt)
    return (s) => {
      if (run !== s.run) {
        value = compute(s);
        run = s.run;
      }
      return value;
    };
  return (s) => {
    if (run !== s.run) {
      const before = s.unsure;
      s.unsure = false;
      value = compute(s);
      unsure = s.unsure;
      s.unsure = before;
      run = s.run;
    }
    if (unsure) s.unsure = true;
    return value;
  };
}

/** The same for a test. */
export function keptAnswer(test: (state: State) => Answer, mayDoubt: boolean): (state: State) => Answer {
  return kept(test, mayDoubt) as (state: State) => Answer;
}
